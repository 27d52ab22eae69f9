import type { Basis, Dimension } from '@tocsin/contracts';
import { type Period } from './period.ts';

/** The dimensions that the filter bar offers, in its order; the first three stand on the bar itself. */
export const filterDimensions = [
  'region',
  'organisation',
  'line',
  'product',
  'sales_channel',
  'intake_channel',
  'link',
  'reason',
  'city',
  'org_handling',
  'department',
  'complainant_kind',
  'special_group',
  'status',
  'outcome',
  'settlement',
  'sale_month',
] as const satisfies readonly Dimension[];
export type FilterDimension = (typeof filterDimensions)[number];

/** What the figures are about. The address bar is its only store, so a pasted link shows the same picture. */
export interface FilterState extends Period {
  readonly basis: Basis;
  readonly lists: Readonly<Record<FilterDimension, readonly string[]>>;
}

type UrlQuery = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
};

/** Codes keep their order and appear once. */
const list = (value: unknown): string[] => {
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === 'string' ? part.split(',') : [],
  );
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
};

/** A calendar day that exists, or undefined: nonsense in a link falls back to the default instead of failing. */
function day(value: unknown): string | undefined {
  const given = text(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return undefined;
  const parsed = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given) ? given : undefined;
}

/** Reads the address. Missing or impossible parts take the default period and the regulator's basis. */
export function filterFromUrl(query: UrlQuery, fallback: Period): FilterState {
  const from = day(query.from);
  const until = day(query.until);
  const isPeriod = from !== undefined && until !== undefined && from < until;
  return {
    from: isPeriod ? from : fallback.from,
    until: isPeriod ? until : fallback.until,
    basis: text(query.basis) === 'company' ? 'company' : 'regulator',
    lists: Object.fromEntries(filterDimensions.map((dimension) => [dimension, list(query[dimension])])) as Record<
      FilterDimension,
      string[]
    >,
  };
}

/** The address of a filter: the period in full (a preset would mean other days tomorrow), empty lists left out. */
export function filterToUrl({ from, until, basis, lists }: FilterState): Record<string, string> {
  const named = filterDimensions.filter((dimension) => lists[dimension].length > 0);
  return {
    from,
    until,
    basis,
    ...Object.fromEntries(named.map((dimension) => [dimension, lists[dimension].join(',')])),
  };
}

export const filterCount = ({ lists }: FilterState): number =>
  filterDimensions.filter((dimension) => lists[dimension].length > 0).length;
