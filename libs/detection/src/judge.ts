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
  /** Buckets that the bounds had to do without: no data, not whole, a recovery, a known event. */
  readonly leftOut: number;
  /** Why an excess would be no news all the same; null if it would be. */
  readonly hold?: Sentence | null;
  /** What else a reader should know, such as a year without calendar data. */
  readonly remark?: Sentence | null;
}

/** Below this share of arrived cases nothing is tested: the rest could still be anything. */
export const MATURE_ENOUGH = 0.5;

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
 * is not complete may be in excess, for more cases only make it more so, but never confirms that all is normal; the first
 * bucket after a gap may hold what was held up, and one of which less than half has arrived is not tested.
 */
export function judge(point: Point, bounds: Bounds): Verdict {
  const { expected, upper } = bounds;
  const { count, complete, maturity = 1 } = point;
  if (count === null) return { ...unknown(point), expected, upper, verdict: 'no-data', note: NO_DATA };
  const isOver = count > upper;
  const isUnripe = maturity < MATURE_ENOUGH;
  const why = isUnripe
    ? nowcast(count, maturity)
    : isOver && point.isRecovery
      ? RECOVERING
      : isOver && bounds.hold
        ? bounds.hold
        : null;
  const isExcess = isOver && why === null;
  const isSettled = complete && !isUnripe && why !== RECOVERING;
  const completeness = complete ? null : isExcess ? PARTIAL : NOT_JUDGED;
  const ripeness = !isUnripe && maturity < 1 ? nowcast(count, maturity) : null;
  return {
    at: point.at,
    observed: count,
    expected,
    upper,
    pValue: bounds.chance(count),
    score: bounds.score(count),
    verdict: isExcess ? 'excess' : isSettled ? 'normal' : 'not-mature',
    note: joined([why, completeness, ripeness, complete ? withoutSome(bounds.leftOut) : null, bounds.remark ?? null]),
  };
}

const RECOVERING: Sentence = {
  zh: '数据中断后的第一期, 可能含积压件, 未作预警',
  en: 'the first period after a gap may hold what was held up, not judged',
};

/** How many cases a bucket will have in the end, by the share that has arrived. */
function nowcast(count: number, maturity: number): Sentence {
  const percent = Math.round(maturity * 100);
  const final = maturity > 0 ? Math.round(count / maturity) : null;
  const untested = maturity < MATURE_ENOUGH;
  return {
    zh: `迟报件约到 ${percent}%${final === null ? '' : `, 预计最终 ${final} 件`}${untested ? ', 未作判断' : ''}`,
    en:
      `about ${percent}% has arrived by now${final === null ? '' : `, some ${final} in the end`}` +
      (untested ? ', not judged' : ''),
  };
}

/** Remarks one after the other; null without any. */
export function joined(sentences: readonly (Sentence | null)[]): Sentence | null {
  const said = sentences.filter((sentence) => sentence !== null);
  if (said.length === 0) return null;
  return { zh: said.map(({ zh }) => zh).join(', '), en: said.map(({ en }) => en).join(', ') };
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
        zh: `基线有 ${leftOut} 期未计入 (缺数据、未到齐或属已知事件)`,
        en: `${leftOut} periods of the baseline were left out (no data, not whole, or a known event)`,
      };
