import { type ComplaintFilter, type SeriesRule, type Slice, dimensions } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';

/** What a rule says of the complaints it counts. */
export type WatchedComplaints = Pick<SeriesRule, 'basis' | 'where'>;

/** The complaints that a warning is about: what its rule watches, narrowed to its slice. */
export function alertFilter(rule: WatchedComplaints, slice: Slice, period: Period): ComplaintFilter {
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
