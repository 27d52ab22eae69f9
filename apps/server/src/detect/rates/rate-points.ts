import { addMonths } from '@tocsin/calendar';
import { type IsoDay, type Sentence, exposureWords, rates } from '@tocsin/contracts';
import { type RateEvent, type RatePoint, bucketName } from '@tocsin/detection';
import type { RatesOfSlice } from '@tocsin/warehouse';
import type { KnownEvent } from '../../circumstances/known-events.ts';
import { MONTHS, type RateRule } from './rate-rule.ts';

/** A bucket that is over, and how far data of complaints cover it. */
export interface CoveredBucket {
  readonly at: IsoDay;
  /** Null where no day of it is covered. */
  readonly count: number | null;
  readonly complete: boolean;
}

/**
 * The rate of one slice in each bucket: Σ cases × scale ÷ Σ exposure, the figure that `/indicators` gives for the same days.
 * A bucket has one only if the exposure of all its months is known; otherwise `missing` says which is not. `events`: those
 * that concern the slice; a bucket that any of them touches has, beside its rate, that of its other months.
 */
export function ratePoints(
  { measure, grain }: Pick<RateRule, 'measure' | 'grain'>,
  slice: Pick<RatesOfSlice, 'months' | 'cases' | 'exposure'>,
  buckets: readonly CoveredBucket[],
  events: readonly KnownEvent[] = [],
): RatePoint[] {
  const { scale } = rates[measure];
  const places = new Map(slice.months.map((month, place) => [month, place]));
  return buckets.map(({ at, count, complete }) => {
    const months = Array.from({ length: MONTHS[grain] }, (_, i) => addMonths(at, i));
    const figures = months.map((month) => ({ month, ...figuresOf(slice, places.get(month) ?? -1) }));
    const cases = figures.reduce((sum, one) => sum + one.cases, 0);
    const unknown = figures.flatMap((one) => (one.exposure === null ? one.month : []));
    const exposure = exposureOf(figures);
    const missing = count === null ? UNCOVERED : whyNone(measure, exposure, unknown);
    const rate = missing !== null || exposure === null ? null : (cases * scale) / exposure;
    const point = { at, rate, cases: count === null ? null : cases, exposure, complete, missing };
    const event = count === null ? undefined : eventOf(figures, events, scale);
    return event === undefined ? point : { ...point, event };
  });
}

interface MonthFigures {
  readonly month: IsoDay;
  readonly cases: number;
  /** Null where it is not known. */
  readonly exposure: number | null;
}

const figuresOf = ({ cases, exposure }: Pick<RatesOfSlice, 'cases' | 'exposure'>, place: number) => ({
  ...{ cases: cases[place] ?? 0, exposure: exposure[place] ?? null },
});

/** Of all the months together; null where that of one of them is not known. */
const exposureOf = (months: readonly MonthFigures[]): number | null =>
  months.reduce<number | null>((sum, { exposure }) => (sum === null || exposure === null ? null : sum + exposure), 0);

/** What known events did to a bucket of these months; undefined where none touched it. */
function eventOf(months: readonly MonthFigures[], events: readonly KnownEvent[], scale: number): RateEvent | undefined {
  const touching = ({ month }: MonthFigures) =>
    events.filter(({ from, until }) => from < addMonths(month, 1) && until > month);
  const labels = months.flatMap((month) => touching(month).map(({ label }) => label));
  if (labels.length === 0) return undefined;
  const others = months.filter((month) => touching(month).length === 0);
  const exposure = exposureOf(others);
  if (exposure === null || exposure === 0) return { labels, without: null };
  const cases = others.reduce((sum, one) => sum + one.cases, 0);
  return { labels, without: { rate: (cases * scale) / exposure, cases } };
}

const UNCOVERED: Sentence = { zh: '没有投诉数据', en: 'no data of complaints' };

function whyNone(measure: RateRule['measure'], exposure: number | null, unknown: readonly IsoDay[]): Sentence | null {
  const { label } = exposureWords[rates[measure].denominator];
  if (exposure === 0) return { zh: `${label.zh}为 0`, en: `${label.en} of 0` };
  if (exposure !== null) return null;
  const names = unknown.map((month) => bucketName(month, 'month'));
  return {
    zh: `没有${names.map(({ zh }) => zh).join('、')}的${label.zh}数据`,
    en: `no ${label.en} known for ${names.map(({ en }) => en).join(', ')}`,
  };
}
