import { mean, sampleStandardDeviation } from '@tocsin/stats';
import { type Baseline, type Point, isUsable } from './point.ts';

/** Fewer values than this say nothing about spread. */
const FEWEST = 4;

/**
 * Mean and spread of the `length` buckets that end `guard` buckets before bucket `index`.
 *
 * Shape   undefined where the window would start before the series, or where fewer than half of it (and fewer than 4
 *         buckets) have complete data: too little history.
 * Edge    buckets without data, unfinished ones and known events are left out, and counted in `leftOut`; the window keeps its place.
 */
export function baselineWindow(
  series: readonly Point[],
  index: number,
  { length, guard, minSd }: { length: number; guard: number; minSd: number },
): Baseline | undefined {
  const end = index - guard;
  if (end - length < 0) return undefined;
  const known: number[] = [];
  for (let i = end - length; i < end; i += 1) {
    const point = series[i];
    if (point !== undefined && point.count !== null && isUsable(point)) known.push(point.count);
  }
  if (known.length < Math.min(length, Math.max(FEWEST, length / 2))) return undefined;
  return {
    mean: mean(known),
    sd: Math.max(sampleStandardDeviation(known), minSd),
    used: known.length,
    leftOut: length - known.length,
  };
}
