import { type FilterDimension, filterDimensions } from './filter-state.ts';

/** No dimension is cut. */
export const emptyLists = (): Record<FilterDimension, string[]> =>
  Object.fromEntries(filterDimensions.map((dimension): [string, string[]] => [dimension, []])) as Record<
    FilterDimension,
    string[]
  >;
