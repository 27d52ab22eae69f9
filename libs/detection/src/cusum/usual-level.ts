import { LogLinear, designOf } from '@tocsin/stats';
import { type Point, isUsable } from '../point.ts';

/** Mean and dispersion of the buckets that can be used; undefined where none of them holds a case. */
export function usualOf(series: readonly Point[]): { mean: number; phi: number } | undefined {
  const known = series.filter(isUsable).map(({ count }) => count ?? 0);
  if (known.length < 12 || known.every((count) => count === 0)) return undefined;
  const design = designOf(
    known.map(() => [[0, 1]]),
    1,
  );
  const model = new LogLinear(design.rows, 1).fit(design, known);
  return { mean: model.fitted[0] ?? 0, phi: Math.max(1, model.dispersion()) };
}
