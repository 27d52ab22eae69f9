import type { Verdict } from '@tocsin/contracts';
import { judge, tooLittleHistory } from '../judge.ts';
import { type Point, isUsable } from '../point.ts';
import { farringtonBound } from './farrington-bound.ts';
import { type FarringtonOptions, farringtonDefaults } from './farrington-options.ts';
import { type CountColumns, type FrameAt, farringtonAt, framesByIndex } from './farrington-series.ts';
import { framesByDate } from './frames-by-date.ts';

/**
 * Farrington Flexible: is a week or month unusually high against the same season of past years, with trend, and with past
 * excesses weighted down?
 *
 * Shape   one verdict per point, in the same order; only those from index `from` on where it is given.
 * Model   quasi-Poisson with a level for each part of the year and a trend; see `referenceFrame`, `farringtonFitter`.
 *         Exposure, where every point has one, is an offset: twice the policies, twice the cases.
 * Upper   see `farringtonBound`; by default the largest count whose successor is rarer than alpha, the error of the
 *         expectation included.
 * Score   (count − expected) ÷ (upper − expected): above 1 is an excess.
 * Says    `too-little-history` below `fewestYears`, and where the past does not determine an expectation.
 * Cost    about 0.1 ms a point of a weekly series of five years.
 * Source  Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222; Farrington et al. (1996), J. R. Statist. Soc. A
 *         159, 547–563. With `compat: 'r-surveillance'` the figures of R `surveillance::farringtonFlexible`.
 */
export function farringtonFlexible(
  series: readonly Point[],
  given: Partial<FarringtonOptions> = {},
  from = 0,
): Verdict[] {
  const options = { ...farringtonDefaults.week, ...given };
  const frames =
    options.perYear === 52
      ? framesByDate(
          series.map(({ at }) => at),
          options,
        )
      : framesByIndex(options);
  return judgedBy(series, options, frames, from);
}

function judgedBy(series: readonly Point[], options: FarringtonOptions, frames: FrameAt, from: number): Verdict[] {
  const fitAt = farringtonAt(options, frames);
  const counts = countSeries(series);
  return series.slice(from).map((point, i) => {
    const index = from + i;
    const fit = fitAt(counts, index);
    const need = options.fewestYears * options.perYear + options.halfWindow;
    if (fit === undefined) return tooLittleHistory(point, index, need);
    const arrived = point.maturity ?? 1;
    const mean = fit.mean * arrived;
    const bound = farringtonBound({ ...fit, mean }, options);
    return judge(point, {
      expected: mean,
      upper: bound.upper,
      chance: bound.chance,
      score: (count) => (count - mean) / (bound.upper - mean),
      leftOut: fit.leftOut,
      hold: tooFew(series, index, options),
    });
  });
}

/** Counts, weights and exposures of a series, as `farringtonAt` wants them. */
export function countSeries(series: readonly Point[]): CountColumns {
  const counts = new Float64Array(series.length);
  const known = new Float64Array(series.length);
  const exposure = new Float64Array(series.length);
  let hasExposure = series.length > 0;
  // A plain loop: filling columns by functions takes ten times as long.
  for (let i = 0; i < series.length; i += 1) {
    const point = series[i];
    if (point === undefined) continue;
    counts[i] = point.count ?? 0;
    known[i] = isUsable(point) ? 1 : 0;
    exposure[i] = point.exposure ?? 0;
    hasExposure &&= point.exposure !== undefined && point.exposure > 0;
  }
  return { counts, known, exposure: hasExposure ? exposure : undefined };
}

/** Fewer cases lately than are worth a warning, whatever their chance. */
function tooFew(series: readonly Point[], index: number, { fewest }: FarringtonOptions) {
  const { cases, periods } = fewest;
  let sum = 0;
  for (let i = Math.max(0, index - periods + 1); i <= index; i += 1) sum += series[i]?.count ?? 0;
  return sum >= cases
    ? null
    : {
        zh: `近 ${periods} 期合计 ${sum} 件, 不足 ${cases} 件, 未作预警`,
        en: `${sum} cases in the last ${periods} periods, fewer than ${cases}: no warning`,
      };
}
