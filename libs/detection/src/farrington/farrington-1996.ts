import { normalQuantile } from '@tocsin/stats';
import { type CountBound, powerBound } from './farrington-bound.ts';
import type { FarringtonFit } from './farrington-fit.ts';
import type { FarringtonOptions } from './farrington-options.ts';
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
