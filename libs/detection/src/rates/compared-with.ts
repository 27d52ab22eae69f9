import { addMonths } from '@tocsin/calendar';
import type { IsoDay, Sentence } from '@tocsin/contracts';
import { eventNames } from '../event-names.ts';
import type { RatePoint } from './rate-point.ts';

export type RateAgainst = 'previous' | 'year-before' | 'lunar';

/** The bucket that a rate is held against, with its figures as they count. */
export interface Compared extends Pick<RatePoint, 'at' | 'rate' | 'cases' | 'complete' | 'missing'> {
  /** What known events have to do with it; null where they have not. */
  readonly remark: Sentence | null;
}

/** For 'previous' a bucket so many months back still serves in place of the one before. */
const LONGEST_MONTHS = 12;

/**
 * The bucket that one is compared with: the one before, or the same a year earlier.
 *
 * A known event there would hide a rise now, and its end look like a fall. So, the first that can be done:
 * its months that no event touched stand for it (cases and exposure are both known by the month, of a quarter some may be
 * left); the newest bucket of the year before it that no event touched, or the same of a still earlier year, stands for it;
 * it is compared with as it is, for known events may not silence a series. The remark says which. Days are never cut out of
 * a month: its exposure is not known by the day.
 *
 * Edge    undefined where the series does not reach so far back.
 */
export function comparedWith(series: readonly RatePoint[], index: number, against: RateAgainst): Compared | undefined {
  const point = series[index];
  if (point === undefined) return undefined;
  const [other, ...others] = candidates(series.slice(0, index), point.at, against);
  if (other?.event === undefined) return other && { ...other, remark: null };
  const names = eventNames(other.event.labels);
  if (other.event.without !== null) return { ...other, ...other.event.without, remark: withoutMonths(names) };
  const untouched = others.find(({ event, rate, complete }) => event === undefined && rate !== null && complete);
  return untouched === undefined ? { ...other, remark: allTheSame(names) } : { ...untouched, remark: another(names) };
}

/** The bucket that is asked for, then those that may stand for it. */
function candidates(before: readonly RatePoint[], at: IsoDay, against: RateAgainst): RatePoint[] {
  if (against === 'previous') {
    const earliest = addMonths(at, -LONGEST_MONTHS);
    return before.filter((other) => other.at >= earliest).reverse();
  }
  const year = addMonths(at, -12);
  const month = at.slice(4);
  const same = before.filter((other) => other.at <= year && other.at.slice(4) === month).reverse();
  return same[0]?.at === year ? same : [];
}

const withoutMonths = ({ zh, en }: Sentence): Sentence => ({
  zh: `比较期未计入已知事件${zh}所在的月份`,
  en: `months of known events${en} were left out of the period compared with`,
});
const another = ({ zh, en }: Sentence): Sentence => ({
  zh: `原比较期属已知事件${zh}, 改与未受影响的一期比较`,
  en: `the period to compare with holds known events${en}: one that they did not touch is used instead`,
});
const allTheSame = ({ zh, en }: Sentence): Sentence => ({
  zh: `比较期属已知事件${zh}, 没有未受影响的一期可换, 仍与之比较`,
  en: `the period compared with holds known events${en}, and there is none that they did not touch: compared with it all the same`,
});
