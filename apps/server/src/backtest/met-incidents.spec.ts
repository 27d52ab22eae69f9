import type { KnownIncident, Slice } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { incidentOf } from './met-incidents.ts';

const incident = (id: string, slice: Slice, from = '2026-03-10', until = '2026-03-20'): KnownIncident => ({
  ...{ id, label: { zh: id, en: id }, from, until, slice, origin: 'file', note: '' },
});
const warning = (slice: Slice, firstBucket = '2026-03-09', lastBucket = firstBucket) => ({
  ...{ slice, firstBucket, lastBucket, grain: 'week' as const },
});
const storm = incident('storm', { region: '350000', line: 'property.motor' });

it.each<[string, ReturnType<typeof warning>, boolean]>([
  ['the same region', warning({ region: '350000' }), true],
  ['a line above the incident’s', warning({ line: 'property' }), true],
  ['another region', warning({ region: '340000', line: 'property.motor' }), false],
  ['nothing that the incident names', warning({ reason: 'claim' }), false],
  ['the whole company', warning({}), true],
  ['the week before it began', warning({ region: '350000' }, '2026-03-02'), false],
  ['the week after it ended', warning({ region: '350000' }, '2026-03-23'), false],
  ['a time that it lies within', warning({ region: '350000' }, '2026-03-02', '2026-04-06'), true],
])('a warning about %s', (_, one, isOfIt) => {
  expect(incidentOf(one, [storm])?.id).toBe(isOfIt ? 'storm' : undefined);
});

it('of several incidents a warning belongs to the one it shares most with', () => {
  const wide = incident('wide', { region: '350000' });
  expect(incidentOf(warning({ region: '350000', line: 'property.motor' }), [wide, storm])?.id).toBe('storm');
});
