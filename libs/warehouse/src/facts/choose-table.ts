import type { Dimension } from '@tocsin/contracts';
import { type Cube, type RowSum, cubes } from '../tables/cubes.ts';

/**
 * The table that answers a question: the narrowest cube with all the dimensions it filters or splits by and all the
 * sums it asks for, or `complaint` where there is none. The one place that decides it.
 */
export function chooseTable(needed: readonly Dimension[], sums: readonly RowSum[]): Cube | 'complaint' {
  const fits = (cube: Cube): boolean =>
    needed.every((dimension) => cube.dimensions.includes(dimension)) &&
    sums.every((sum) => cube.sums.some((held) => held === sum));
  return cubes.find(fits) ?? 'complaint';
}
