import { normalQuantile } from '@tocsin/stats';
import {
  type CountBound,
  type CountSeries,
  type FarringtonFit,
  type FarringtonOptions,
  farrington1996,
  farringtonAt,
  farringtonBound,
  framesByDate,
  framesByIndex,
} from '@tocsin/detection';
import { dayNumber } from '@tocsin/calendar';
import { farringtonControl } from './r-control.ts';
import type { Run, SeriesFile } from './series-file.ts';
import { columnsOf } from './columns-of.ts';

const seriesOf = ({ observed, population }: SeriesFile, hasOffset: boolean): CountSeries => ({
  counts: observed.map((count) => count ?? 0),
  known: observed.map((count) => (count === null ? 0 : 1)),
  exposure: hasOffset && population ? population : undefined,
});

/** Whether the last buckets up to `index` hold enough cases for an alarm. */
const hasEnough = ({ counts }: CountSeries, index: number, { fewest }: FarringtonOptions) => {
  let sum = 0;
  for (let i = Math.max(0, index - fewest.periods + 1); i <= index; i += 1) sum += counts[i] ?? 0;
  return sum >= fewest.cases;
};

/** R's `farringtonFlexible`: what its result holds for each bucket of the range. */
export function answerFarringtonFlexible(file: SeriesFile, { control, range1based }: Run) {
  const { hasOffset, ...options } = farringtonControl(control, 'flexible', file.freq ?? 52);
  const epoch = file.epochAsDate ? file.epoch : undefined;
  const fitAt = farringtonAt(options, epoch ? framesByDate(epoch, options) : framesByIndex(options));
  const series = seriesOf(file, hasOffset);
  const unit = epoch ? 365.25 / (dayNumber(epoch[1] ?? '') - dayNumber(epoch[0] ?? '')) : options.perYear;
  return columnsOf(range1based, (index) => {
    const fit = fitAt(series, index);
    const count = series.counts[index] ?? 0;
    const bound = fit && farringtonBound(fit, options);
    const isEnough = hasEnough(series, index, options);
    return {
      upperbound: isEnough ? (bound?.upper ?? null) : null,
      alarm: isEnough && bound !== undefined && count > bound.upper ? 1 : 0,
      expected: isEnough ? (fit?.mean ?? null) : null,
      score: fit && bound ? scoreInR(count, fit, bound, options) : null,
      pvalue: bound?.chance(count) ?? null,
      mu0: fit ? meanInR(fit, options) : null,
      phi: fit?.phi ?? null,
      trendUsed: fit === undefined || fit.trend === null ? 0 : 1,
      trendCoef: fit === undefined || fit.trend === null ? null : fit.trend / unit,
    };
  });
}

/** R compares with the logarithm of the mean where its bound is a quantile; so only above 1 does its score mean anything. */
function scoreInR(
  count: number,
  { mean }: FarringtonFit,
  { upper }: CountBound,
  { method }: FarringtonOptions,
): number {
  const centre = method === 'delta' ? mean : Math.log(mean);
  return (count - centre) / (upper - centre);
}

/** What R calls mu0: the mean of the distribution that was asked. With `delta` it takes e to the mean and its error. */
function meanInR({ mean, se }: FarringtonFit, { method, alpha }: FarringtonOptions): number {
  const z = -normalQuantile(alpha);
  if (method === 'delta') return Math.exp(mean + z * mean * se);
  return method === 'muan' ? mean * Math.exp(z * se) : mean;
}

/** R's `algo.farrington`, the method of 1996. */
export function answerFarrington1996(file: SeriesFile, { control, range1based }: Run) {
  const { hasOffset, ...options } = farringtonControl(control, '1996', file.freq ?? 52);
  const pointAt = farrington1996(options);
  const series = seriesOf(file, hasOffset);
  return columnsOf(range1based, (index) => {
    const point = pointAt(series, index);
    const count = series.counts[index] ?? 0;
    const upper = point !== undefined && hasEnough(series, index, options) ? point.bound.upper : undefined;
    return {
      upperbound: upper ?? 0,
      alarm: upper !== undefined && count > upper ? 1 : 0,
      trendUsed: point === undefined || point.fit.trend === null ? 0 : 1,
      predProb: point ? 1 - point.bound.chance(count) : null,
      predMedian: point?.fit.mean ?? null,
    };
  });
}
