import type { Sentence, Verdict } from '@tocsin/contracts';
import type { Point } from './point.ts';

/** What a detector worked out about one bucket before looking at it. */
export interface Bounds {
  readonly expected: number | null;
  /** The largest count still unremarkable. */
  readonly upper: number;
  /** Chance of this count or more; null where the detector has none. */
  readonly chance: (count: number) => number | null;
  /** The detector's own statistic for this count. */
  readonly score: (count: number) => number;
  /** Buckets that the bounds had to do without. */
  readonly leftOut: number;
}

const NO_DATA: Sentence = { zh: '本期没有数据', en: 'no data for this period' };
const PARTIAL: Sentence = { zh: '本期尚不完整', en: 'period not complete' };
const NOT_JUDGED: Sentence = { zh: '本期尚不完整, 未作判断', en: 'period not complete, not judged' };

/** The verdict on a bucket for which there is too little history; `need` buckets would be enough. */
export function tooLittleHistory(point: Point, have: number, need: number): Verdict {
  const note: Sentence = {
    zh: `历史不足: 需要 ${need} 期, 只有 ${have} 期`,
    en: `too little history: ${need} periods are needed, there are ${have}`,
  };
  const verdict = point.count === null ? 'no-data' : 'too-little-history';
  return { ...unknown(point), verdict, note: point.count === null ? NO_DATA : note };
}

/**
 * The verdict on one bucket. No data is never judged, and keeps its bounds so that a chart's band goes on. A bucket that
 * is not complete may be in excess, for more cases only make it more so, but never confirms that all is normal.
 */
export function judge(point: Point, bounds: Bounds): Verdict {
  const { expected, upper } = bounds;
  if (point.count === null) return { ...unknown(point), expected, upper, verdict: 'no-data', note: NO_DATA };
  const isExcess = point.count > upper;
  return {
    at: point.at,
    observed: point.count,
    expected,
    upper,
    pValue: bounds.chance(point.count),
    score: bounds.score(point.count),
    verdict: isExcess ? 'excess' : point.complete ? 'normal' : 'not-mature',
    note: point.complete ? withoutSome(bounds.leftOut) : isExcess ? PARTIAL : NOT_JUDGED,
  };
}

const unknown = (point: Point) => ({
  at: point.at,
  observed: point.count,
  expected: null,
  upper: null,
  pValue: null,
  score: null,
});

const withoutSome = (leftOut: number): Sentence | null =>
  leftOut === 0
    ? null
    : {
        zh: `基线缺 ${leftOut} 期数据, 未计入`,
        en: `${leftOut} periods of the baseline had no data and were left out`,
      };
