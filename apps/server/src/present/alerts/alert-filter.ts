import { type ComplaintFilter, type Rule, type Slice, dimensions } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';

/** The complaints that a warning is about: what its rule watches, narrowed to its slice. */
export function alertFilter(rule: Rule, slice: Slice, period: Period): ComplaintFilter {
  const lists = dimensions.map((dimension) => {
    const code = slice[dimension];
    return [dimension, code === undefined ? (rule.where[dimension] ?? []) : [code]] as const;
  });
  return {
    ...period,
    basis: rule.basis,
    tree: 'as-of',
    ...(Object.fromEntries(lists) as Record<(typeof dimensions)[number], string[]>),
  };
}
