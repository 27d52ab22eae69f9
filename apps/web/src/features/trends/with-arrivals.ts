import type { SplitSeries } from '@tocsin/charts';
import type { ComingIn } from '../figures/coming-in.ts';

/** The one line of a series without a split, with what is known of how its buckets come in; a split stays as it is. */
export function withArrivals(split: SplitSeries, arrivals: ReadonlyMap<string, ComingIn>): SplitSeries {
  if (split.lines.length !== 1 || arrivals.size === 0) return split;
  const lines = split.lines.map((line) => ({
    ...line,
    points: line.points.map((point, index) => {
      const told = arrivals.get(split.at[index] ?? '');
      return told === undefined ? point : { ...point, immature: !told.isMature, nowcast: told.nowcast };
    }),
  }));
  return { ...split, lines };
}
