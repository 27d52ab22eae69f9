import type { Tone } from '../../ui/StatusMark.vue';
import type { Feed } from './use-data-feeds.ts';

const order: readonly Feed['state'][] = ['missing', 'late', 'never', 'fresh', 'unwatched'];

/** What needs somebody first; otherwise by name. */
export const byNeed = (feeds: readonly Feed[]): Feed[] =>
  feeds.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.id.localeCompare(b.id));

export const toneOfFeed: Readonly<Record<Feed['state'], Tone>> = {
  fresh: 'good',
  late: 'doubt',
  missing: 'bad',
  never: 'calm',
  unwatched: 'calm',
};

/** Feeds whose data are overdue: what is not there is missing, not zero. */
export const overdue = (feeds: readonly Feed[]): Feed[] =>
  byNeed(feeds).filter(({ state, enabled }) => enabled && (state === 'late' || state === 'missing'));
