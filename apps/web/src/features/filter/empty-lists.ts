import { type FilterDimension, filterDimensions } from './filter-state.ts';

/** No dimension is cut. */
export const emptyLists = (): Record<FilterDimension, string[]> =>
  Object.fromEntries(filterDimensions.map((dimension) => [dimension, []])) as unknown as Record<
    FilterDimension,
    string[]
  >;
