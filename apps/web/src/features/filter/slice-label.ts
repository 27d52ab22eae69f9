import type { Dimension } from '@tocsin/contracts';
import { filterDimensions, type FilterState } from './filter-state.ts';

type LabelOf = (dimension: Dimension, code: string) => string;

/** A filter's slice in words: "监管口径 · 安徽、山东 · 车险"; `all` when nothing is cut. At most three names a dimension. */
export function sliceLabel(filter: FilterState, basis: string, label: LabelOf, separator: string, all: string): string {
  const parts = filterDimensions.flatMap((dimension) => {
    const codes = filter.lists[dimension];
    if (codes.length === 0) return [];
    const names = codes.slice(0, 3).map((code) => label(dimension, code));
    return [names.join(separator) + (codes.length > 3 ? ` +${codes.length - 3}` : '')];
  });
  return [basis, ...(parts.length === 0 ? [all] : parts)].join(' · ');
}
