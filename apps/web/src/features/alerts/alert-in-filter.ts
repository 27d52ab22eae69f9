import type { Alert } from '@tocsin/contracts';
import { filterDimensions, type FilterState } from '../filter/filter-state.ts';

/** Whether a warning's slice lies inside the filter's: for each dimension that is cut, it names a chosen code or a part of one. */
export const isInFilter = (slice: Alert['slice'], lists: FilterState['lists']): boolean =>
  filterDimensions.every((dimension) => {
    const code = slice[dimension];
    const chosen = lists[dimension];
    return (
      chosen.length === 0 || (code !== undefined && chosen.some((one) => code === one || code.startsWith(`${one}.`)))
    );
  });
