import { type ComplaintFilter, type Dimension, codeOf, isExcluding } from '@tocsin/contracts';
import type { Cut } from '../expectation/expectations.service.ts';

const LEVELS: Partial<Record<Dimension, number>> = { organisation: 1, line: 2, reason: 2 };

/** What people know their business by; each pair lies in one cube, or nearly. */
const SPLITS: readonly (readonly Dimension[])[] = [
  ['region'],
  ['organisation'],
  ['line'],
  ['reason'],
  ['link'],
  ['product'],
  ['sales_channel'],
  ['intake_channel'],
  ['region', 'line'],
  ['line', 'reason'],
  ['line', 'sales_channel'],
];

/**
 * The ways in which the filter's complaints are cut to see what changed. A dimension that the filter holds to one value
 * is not cut, unless it is a tree and there is something below.
 */
export const candidateSplits = (filter: ComplaintFilter): Cut[] =>
  SPLITS.filter((split) => split.every((dimension) => !isFixed(filter, dimension))).map((split) =>
    split.map((dimension) => ({ dimension, ...levelOf(filter, dimension) })),
  );

const kept = (filter: ComplaintFilter, dimension: Dimension) =>
  filter[dimension].filter((value) => !isExcluding(value)).map(codeOf);

const isFixed = (filter: ComplaintFilter, dimension: Dimension): boolean =>
  kept(filter, dimension).length === 1 && LEVELS[dimension] === undefined;

/** One level below what is asked for, or the usual one. */
function levelOf(filter: ComplaintFilter, dimension: Dimension): { level?: number } {
  const usual = LEVELS[dimension];
  if (usual === undefined) return {};
  const depths = kept(filter, dimension).map((code) => code.split('.').length + 1);
  return { level: Math.max(usual, ...depths) };
}
