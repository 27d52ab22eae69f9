import type { Sentence, Verdict } from '@tocsin/contracts';
import { judge } from '../judge.ts';
import type { RatePoint } from './rate-point.ts';

/** What a rate is held against. */
export interface RateLine {
  /** What it is compared with; null where nothing is. */
  readonly expected: number | null;
  /** Reaching it is an excess; above 0. */
  readonly reach: number;
  /** Why an excess would be no news all the same. */
  readonly hold?: Sentence | null;
  /** What else a reader should know of what it is compared with. */
  readonly remark?: Sentence | null;
  /** Excesses of fewer cases are no news. */
  readonly fewest: number;
}

/** A rate that is equal to its line but for the last bits reaches it. */
const ROUNDING = 1e-12;

/**
 * The verdict on one bucket of a rate. Upper: just below the line. Score: rate ÷ line. No chance: an order, not a test.
 * Without a rate it is `no-data`, and the note says what is missing; one of which not all cases are known may exceed, but
 * never says that all is normal (`judge`).
 */
export function judgeRate(
  point: RatePoint,
  { expected, reach, hold = null, remark = null, fewest }: RateLine,
): Verdict {
  const { at, rate, cases, complete } = point;
  if (rate === null) return { ...unjudged(point), verdict: 'no-data', note: point.missing };
  return judge(
    { at, count: rate, complete },
    {
      expected,
      upper: reach * (1 - ROUNDING),
      chance: () => null,
      score: (found) => found / reach,
      leftOut: 0,
      hold: hold ?? tooFew(cases ?? 0, fewest),
      remark,
    },
  );
}

/** A rate that there is nothing to hold against: kept as it is, with the reason. */
export const unjudgedRate = (point: RatePoint, verdict: 'too-little-history' | 'not-mature', why: Sentence): Verdict =>
  point.rate === null
    ? { ...unjudged(point), verdict: 'no-data', note: point.missing }
    : { ...unjudged(point), verdict, note: why };

const unjudged = ({ at, rate }: RatePoint) => ({
  ...{ at, observed: rate, expected: null, upper: null, pValue: null, score: null },
});

const tooFew = (cases: number, fewest: number): Sentence | null =>
  cases >= fewest
    ? null
    : {
        zh: `只有 ${cases} 件, 不足最少 ${fewest} 件, 不作预警`,
        en: `only ${cases} cases, fewer than the ${fewest} that are asked for: no warning`,
      };
