import type { Verdict } from '@tocsin/contracts';
import { normalQuantile } from '@tocsin/stats';
import { judge, tooLittleHistory } from '../judge.ts';
import type { Point } from '../point.ts';
import { type CountBound, powerBound } from './farrington-bound.ts';
import type { FarringtonFit } from './farrington-fit.ts';
import { countSeries } from './farrington-flexible.ts';
import { type FarringtonOptions, farringtonDefaultsInR } from './farrington-options.ts';
import { type CountSeries, farringtonAt, framesByIndex } from './farrington-series.ts';
import { windowsOnly } from './reference-frame.ts';

/** The fit of a bucket with its bound. */
export interface Farrington1996Point {
  readonly fit: FarringtonFit;
  readonly bound: CountBound;
}

/**
 * The method of 1996, the ancestor of Farrington Flexible: the windows around the same time in past years alone, a
 * two-sided interval, and past excesses weighted down from a residual of 1 on. Kept to compare with; it alarms too often.
 *
 * Source  Farrington et al. (1996), J. R. Statist. Soc. A 159, 547–563; same figures as R's `algo.farrington`.
 */
export function farrington1996(options: FarringtonOptions) {
  const fitAt = farringtonAt(options, framesByIndex(options, windowsOnly));
  return (series: CountSeries, index: number): Farrington1996Point | undefined => {
    const fit = fitAt(series, index);
    if (fit === undefined) return undefined;
    const tau = fit.phi + fit.mean * fit.se * fit.se;
    return { fit, bound: powerBound(fit.mean, tau, { z: -normalQuantile(options.alpha / 2), power: options.power }) };
  };
}

/**
 * Verdicts by the method of 1996, from index `from` on: the same shape as those of `farringtonFlexible`, with the upper
 * bound, chance and expectation of `farrington1996`. No alarm below five cases in four buckets.
 */
export function farrington1996Verdicts(
  series: readonly Point[],
  given: Partial<FarringtonOptions> = {},
  from = 0,
): Verdict[] {
  const options = { ...farringtonDefaultsInR['1996'], ...given };
  const at = farrington1996(options);
  const counts = { ...countSeries(series), exposure: undefined };
  const { cases, periods } = options.fewest;
  return series.slice(from).map((point, i) => {
    const index = from + i;
    const found = at(counts, index);
    if (found === undefined)
      return tooLittleHistory(point, index, options.fewestYears * options.perYear + options.halfWindow);
    const { fit, bound } = found;
    const lately = series.slice(Math.max(0, index - periods + 1), index + 1);
    const few = lately.reduce((sum, { count }) => sum + (count ?? 0), 0) < cases;
    return judge(point, {
      expected: fit.mean,
      upper: bound.upper,
      chance: bound.chance,
      score: (count) => (count - fit.mean) / (bound.upper - fit.mean),
      leftOut: fit.leftOut,
      hold: few ? tooFewLately(cases, periods) : null,
    });
  });
}

const tooFewLately = (cases: number, periods: number) => ({
  zh: `近 ${periods} 期不足 ${cases} 件, 未作预警`,
  en: `fewer than ${cases} cases in the last ${periods} periods: no warning`,
});
