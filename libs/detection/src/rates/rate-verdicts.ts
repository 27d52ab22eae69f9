import type { IsoDay, Sentence, Verdict } from '@tocsin/contracts';
import { mean } from '@tocsin/stats';
import { smallBase } from '../change.ts';
import { eventNames } from '../event-names.ts';
import { type RateAgainst, comparedWith } from './compared-with.ts';
import { judgeRate, unjudgedRate } from './judge-rate.ts';
import type { RateEvent, RatePoint } from './rate-point.ts';

/** How many buckets before give the usual rate that is shown beside a threshold: a year of months, three of quarters. */
const USUAL = 12;

export interface FewestCases {
  /** Excesses of fewer cases are no news; 0 for any number. */
  readonly fewest: number;
}

/**
 * Does a rate reach `atLeast`?
 *
 * Shape   one verdict per point, in the same order. Needs no history.
 * Shown   `expected` is the mean of the rates of the 12 buckets before (those that have one and all of their cases; null
 *         without any), of those that known events touched without their months. It plays no part in the verdict.
 */
export function rateThreshold(
  series: readonly RatePoint[],
  { atLeast, fewest }: FewestCases & { readonly atLeast: number },
): Verdict[] {
  return series.map((point, index) =>
    judgeRate(point, { ...usual(series.slice(Math.max(0, index - USUAL), index)), reach: atLeast, fewest }),
  );
}

/** The mean of some buckets, and what is to be said of it; of all of them where known events touched all. */
function usual(before: readonly RatePoint[]): { readonly expected: number | null; readonly remark: Sentence | null } {
  const known = before.filter(({ rate, complete }) => complete && rate !== null);
  const touched = known.flatMap(({ event }) => event ?? []);
  const rates = known.flatMap(({ rate, event }) => (event === undefined ? rate : event.without?.rate) ?? []);
  if (rates.length > 0) return { expected: mean(rates), remark: withoutEvents(touched) };
  return { expected: known.length === 0 ? null : mean(known.flatMap(({ rate }) => rate ?? [])), remark: null };
}

function withoutEvents(touched: readonly RateEvent[]): Sentence | null {
  if (touched.length === 0) return null;
  const { zh, en } = eventNames(touched.flatMap(({ labels }) => labels));
  return {
    zh: `平时未计入已知事件${zh}所在的月份`,
    en: `months of known events${en} are no part of what is usual`,
  };
}

/**
 * Does a rate reach `factor` × that of another bucket: the one before, or the same a year earlier?
 *
 * Shape   one verdict per point. `expected` is the other bucket's rate; where known events touched it, what `comparedWith`
 *         says stands for it, and the note says so.
 * Edge    the other bucket without a rate, without all of its cases, or before the series: `too-little-history`, and the
 *         note says why. Fewer than `fewestBefore` cases there: never an excess. Months and quarters have no lunar
 *         counterpart (their exposure is not known by the day) and are compared with the same a year earlier.
 */
export function rateChange(
  series: readonly RatePoint[],
  {
    against,
    factor,
    fewestBefore,
    fewest,
  }: FewestCases & {
    readonly against: RateAgainst;
    readonly factor: number;
    readonly fewestBefore: number;
  },
): Verdict[] {
  return series.map((point, index) => {
    const other = comparedWith(series, index, against);
    if (other === undefined) return unjudgedRate(point, 'too-little-history', NOTHING_BEFORE);
    if (other.rate === null) return unjudgedRate(point, 'too-little-history', inOther(other.missing));
    if (!other.complete) return unjudgedRate(point, 'too-little-history', OTHER_INCOMPLETE);
    const cases = other.cases ?? 0;
    if (other.rate === 0) return unjudgedRate(point, 'too-little-history', smallBase(0, fewestBefore));
    const hold = cases < fewestBefore ? smallBase(cases, fewestBefore) : null;
    return judgeRate(point, { expected: other.rate, reach: factor * other.rate, hold, remark: other.remark, fewest });
  });
}

/**
 * Does a rate reach `factor` × the median that was published for the industry?
 *
 * Shape   one verdict per point; `medians` by the first day of their bucket. `expected` is the median.
 * Edge    no median of the bucket: `not-mature`, for it may still be published, and the note is `unpublished`.
 */
export function aboveMedian(
  series: readonly RatePoint[],
  {
    factor,
    medians,
    unpublished,
    fewest,
  }: FewestCases & {
    readonly factor: number;
    readonly medians: ReadonlyMap<IsoDay, number>;
    readonly unpublished: Sentence;
  },
): Verdict[] {
  return series.map((point) => {
    const median = medians.get(point.at);
    if (median === undefined || median <= 0) return unjudgedRate(point, 'not-mature', unpublished);
    return judgeRate(point, { expected: median, reach: factor * median, fewest });
  });
}

const NOTHING_BEFORE: Sentence = {
  zh: '没有可比较的往期, 未作判断',
  en: 'there is no period to compare with: not judged',
};
const OTHER_INCOMPLETE: Sentence = {
  zh: '比较期的投诉数据不完整, 未作判断',
  en: 'complaints of the period compared with are not complete: not judged',
};

const inOther = (missing: Sentence | null): Sentence =>
  missing === null
    ? NOTHING_BEFORE
    : { zh: `比较期没有比率（${missing.zh}）, 未作判断`, en: `no rate to compare with (${missing.en}): not judged` };
