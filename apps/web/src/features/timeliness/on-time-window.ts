import { monthStart } from '../../i18n/days.ts';
import type { Period } from '../filter/period.ts';

const MONTHS = 13;

/** At least thirteen months up to the one that holds the filter's last day. */
export function onTimeWindow({ from, until }: Period): Period {
  const end = monthStart(until) === until ? until : monthStart(until, 1);
  const first = monthStart(end, -MONTHS);
  return { from: first < monthStart(from) ? first : monthStart(from), until: end };
}
