import type { Alert } from '@tocsin/contracts';
import { compareLevels, type TrendMark, type TrendPoint } from '@tocsin/charts';
import type { SeriesPoint } from '../figures/figures-api.ts';
import type { ComingIn } from '../figures/coming-in.ts';
import { bucketEnd, bucketStart } from '../figures/grain.ts';
import { type TrendGrain, yearBefore } from './trend-window.ts';

/** What the server says of a bucket beside its count; one of which less than half has come is not mature. */
export interface Told extends ComingIn {
  readonly band: TrendPoint['band'];
}

/**
 * Cuts one series of two years into the window's points, each beside its bucket a year before. A bucket that reaches
 * past `edge` (the first day without data) is unfinished whatever the server's clock says. So is one of which less than half has come in.
 * `expected` holds the bands.
 */
export function trendPoints(
  series: readonly SeriesPoint[],
  from: string,
  grain: TrendGrain,
  edge: string,
  expected: ReadonlyMap<string, Told> = new Map(),
): TrendPoint[] {
  const values = new Map(series.map(({ at, value }) => [at, value]));
  return series
    .filter(({ at }) => at >= from)
    .map(({ at, value, complete }) => ({
      at,
      value,
      before: values.get(yearBefore(grain, at)) ?? null,
      band: expected.get(at)?.band,
      nowcast: expected.get(at)?.nowcast,
      complete: complete && bucketEnd(grain, at) <= edge && expected.get(at)?.isMature !== false,
    }));
}

/** Warnings by the bucket in which they first fired; the highest level stands for its bucket. */
export function trendMarks(
  alerts: readonly Alert[],
  grain: TrendGrain,
  label: (top: Alert, count: number) => string,
): (TrendMark & { readonly alertId: string })[] {
  const byBucket = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const at = bucketStart(grain, alert.firstBucket);
    byBucket.set(at, [...(byBucket.get(at) ?? []), alert]);
  }
  return [...byBucket].map(([at, inBucket]) => {
    const [top, ...others] = inBucket.sort((a, b) => compareLevels(b.peakLevel, a.peakLevel)) as [Alert, ...Alert[]];
    const count = others.length + 1;
    return { at, level: top.peakLevel, count, label: label(top, count), alertId: top.id };
  });
}
