import { expect, it } from 'vitest';
import { byNeed, overdue } from './feed-order.ts';
import type { Feed } from './use-data-feeds.ts';

const feed = (id: string, state: Feed['state'], enabled = true): Feed => ({
  id,
  label: { zh: id, en: id },
  kind: 'api',
  profile: 'canonical',
  rhythm: 'daily',
  dueBy: '09:00',
  apiKey: '',
  pull: null,
  enabled,
  version: 1,
  state,
  lastImportAt: null,
  lastImportId: null,
  expectedBy: null,
  folder: null,
  trouble: null,
});
const feeds = [feed('b', 'fresh'), feed('a', 'fresh'), feed('c', 'late'), feed('d', 'missing'), feed('e', 'never')];

it('what needs somebody comes first', () => {
  expect(byNeed(feeds).map(({ id }) => id)).toEqual(['d', 'c', 'e', 'a', 'b']);
});

it('a feed is overdue when it is late or missing and watched over', () => {
  expect(overdue([...feeds, feed('f', 'missing', false)]).map(({ id }) => id)).toEqual(['d', 'c']);
});
