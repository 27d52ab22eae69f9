import { expect, it } from 'vitest';
import { feedOf } from './feed-of.ts';

const feed = { id: 'core', kind: 'api', profile: 'canonical', apiKey: 'nightly', enabled: true } as const;
const uploads = { ...feed, id: 'ledger', kind: 'upload', apiKey: '' } as const;
const byKey = { channel: 'api', profile: 'canonical', requestedBy: 'nightly' } as const;

it.each([
  ['an API feed by its key', byKey, [feed, uploads], 'core'],
  ['an upload feed by its profile', { ...byKey, channel: 'upload' } as const, [feed, uploads], 'ledger'],
  ['none for another key', { ...byKey, requestedBy: 'li' }, [feed], ''],
  ['none for another profile', { ...byKey, profile: 'texas' }, [feed], ''],
  ['none that is switched off', byKey, [{ ...feed, enabled: false }], ''],
  ['none where two fit', byKey, [feed, { ...feed, id: 'again' }], ''],
])('a delivery is told to be of %s', (_, delivered, feeds, id) => expect(feedOf(delivered, feeds)).toBe(id));
