import { type Dimension, keptAndExcluded } from '@tocsin/contracts';
import { filterDimensions, type FilterState } from './filter-state.ts';

type LabelOf = (dimension: Dimension, code: string) => string;

export interface SliceWords {
  readonly separator: string;
  /** Said when nothing is cut. */
  readonly all: string;
  readonly without: (names: string) => string;
}

/** A filter's slice in words: "监管口径 · 安徽、山东 · 不含车险". At most three names a dimension. */
export function sliceLabel(filter: FilterState, basis: string, label: LabelOf, words: SliceWords): string {
  const parts = filterDimensions.flatMap((dimension) => {
    const { kept, excluded } = keptAndExcluded(filter.lists[dimension]);
    const named = (codes: readonly string[]) => {
      const names = codes.slice(0, 3).map((code) => label(dimension, code));
      return names.join(words.separator) + (codes.length > 3 ? ` +${codes.length - 3}` : '');
    };
    return [
      ...(kept.length === 0 ? [] : [named(kept)]),
      ...(excluded.length === 0 ? [] : [words.without(named(excluded))]),
    ];
  });
  return [basis, ...(parts.length === 0 ? [words.all] : parts)].join(' · ');
}
