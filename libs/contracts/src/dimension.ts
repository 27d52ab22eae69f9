/**
 * What complaints can be filtered and split by. Each id is also the column's name, the query parameter's name and the
 * key of its label: one noun everywhere. Tree dimensions have dotted-path codes (`region` uses GB/T 2260 instead).
 */
export const dimensions = [
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

export type Dimension = (typeof dimensions)[number];

/** Dimensions whose codes form a tree: an ancestor selects all its descendants, and a split may stop at a level. */
export const treeDimensions: readonly Dimension[] = ['organisation', 'line', 'reason'];

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
