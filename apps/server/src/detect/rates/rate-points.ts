import { addMonths } from '@tocsin/calendar';
import { type IsoDay, type Sentence, exposureWords, rates } from '@tocsin/contracts';
import { type RatePoint, bucketName } from '@tocsin/detection';
import type { RatesOfSlice } from '@tocsin/warehouse';
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
 * A bucket has one only if the exposure of all its months is known; otherwise `missing` says which is not.
 */
export function ratePoints(
  { measure, grain }: Pick<RateRule, 'measure' | 'grain'>,
  slice: Pick<RatesOfSlice, 'months' | 'cases' | 'exposure'>,
  buckets: readonly CoveredBucket[],
): RatePoint[] {
  const { scale } = rates[measure];
  const places = new Map(slice.months.map((month, place) => [month, place]));
  return buckets.map(({ at, count, complete }) => {
    const months = Array.from({ length: MONTHS[grain] }, (_, i) => addMonths(at, i));
    const exposures = months.map((month) => slice.exposure[places.get(month) ?? -1] ?? null);
    const cases = months.reduce((sum, month) => sum + (slice.cases[places.get(month) ?? -1] ?? 0), 0);
    const unknown = months.filter((_, i) => exposures[i] === null);
    const exposure = unknown.length > 0 ? null : exposures.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const missing = count === null ? UNCOVERED : whyNone(measure, exposure, unknown);
    const rate = missing !== null || exposure === null ? null : (cases * scale) / exposure;
    return { at, rate, cases: count === null ? null : cases, exposure, complete, missing };
  });
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
