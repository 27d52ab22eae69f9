/** Dimensions whose codes a company names and reorders itself: each has a reference table, and most have a cube. */
export const codedDimensions = [
  'source',
  'region',
  'organisation',
  'line',
  'product',
  'sales_channel',
  'intake_channel',
  'link',
  'reason',
] as const;
export type CodedDimension = (typeof codedDimensions)[number];

/** What else is known of a single case; figures by these are added up from the complaints themselves. */
export const caseDimensions = [
  'city',
  'org_handling',
  'department',
  'complainant_kind',
  'special_group',
  'status',
  'outcome',
  'settlement',
  'sale_month',
] as const;

/**
 * What complaints can be filtered and split by. Each id is also the column's name, the query parameter's name and the
 * key of its label: one noun everywhere. Tree dimensions have dotted-path codes (`region` uses GB/T 2260 instead). A
 * complaint has one value of each, but any number of special groups: parts by `special_group` may exceed the whole.
 * `city` is one step below the region that reports, see `cityOf`; its names are among those of `region`.
 */
export const dimensions = [...codedDimensions, ...caseDimensions] as const;
export type Dimension = (typeof dimensions)[number];

/** Whose names a dimension's codes have: a city is one of the regions, who handles is one of the organisations. */
export const dictionaryOf = (dimension: Dimension): Dimension =>
  dimension === 'org_handling' ? 'organisation' : dimension === 'city' ? 'region' : dimension;

/** Dimensions whose codes form a tree: an ancestor selects all its descendants, and a split may stop at a level. */
export const treeDimensions: readonly Dimension[] = ['organisation', 'line', 'reason', 'org_handling'];

/** The ancestor of a dotted-path code at `level` (1 is the top); the code itself where it is not that deep. */
export function atLevel(code: string, level: number): string {
  return code.split('.').slice(0, level).join('.');
}

/** 口径: `regulator` counts each forwarding by the regulator; `company` counts everything received. Never mixed. */
export const bases = ['regulator', 'company'] as const;
export type Basis = (typeof bases)[number];

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

/**
 * By which codes figures are told: `as-of` counts everything under the organisations and classifications of one day (a
 * merged branch's history is its successor's), `as-was` under those of the day each complaint was received.
 */
export const treeViews = ['as-of', 'as-was'] as const;
export type TreeView = (typeof treeViews)[number];
