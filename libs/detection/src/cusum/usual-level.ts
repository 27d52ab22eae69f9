import { mean } from '@tocsin/stats';
import { type Point, isUsable } from '../point.ts';

/** Mean and dispersion of the buckets that can be used; undefined where none of them holds a case. */
export function usualOf(series: readonly Point[]): { mean: number; phi: number } | undefined {
  const known = series.filter(isUsable).map(({ count }) => count ?? 0);
  if (known.length < 12 || known.every((count) => count === 0)) return undefined;
  const level = mean(known);
  const pearson = known.reduce((sum, count) => sum + (count - level) ** 2 / level, 0);
  return { mean: level, phi: Math.max(1, pearson / (known.length - 1)) };
}
