import { type Alert, keptAndExcluded } from '@tocsin/contracts';
import { filterDimensions, type FilterState } from '../filter/filter-state.ts';

/**
 * Whether a warning's slice lies inside the filter's: for each dimension that is cut, it names a chosen code or a part of
 * one, and nothing that is left out.
 */
export const isInFilter = (slice: Alert['slice'], lists: FilterState['lists']): boolean =>
  filterDimensions.every((dimension) => {
    const code = slice[dimension];
    const { kept, excluded } = keptAndExcluded(lists[dimension]);
    if (code === undefined) return kept.length === 0;
    const isBelow = (one: string) => code === one || code.startsWith(`${one}.`);
    return (kept.length === 0 || kept.some(isBelow)) && !excluded.some(isBelow);
  });
