import type { Dimension, SumId } from '@tocsin/contracts';

/** Sums of every daily cube, by the day received. */
export const dailySums = [
  'complaints',
  'chasers',
  'repeats',
  'escalated',
  'withdrawn',
  'closed',
  'handling_days',
] as const;
/** Sums of the due cubes, by the day due. `still_open` serves the timeliness figures only. */
export const dueSums = ['due', 'closed_in_time'] as const;

export type DailySum = (typeof dailySums)[number];
export type DueSum = (typeof dueSums)[number];
export type RowSum = SumId | 'still_open';

/** A table of sums by day and a few dimensions, rebuilt from `complaint FINAL` or from a wider cube. */
export interface Cube {
  readonly table: DailyCubeName | DueCubeName;
  readonly stage: `stage_${Cube['table']}`;
  /** At most five, besides the day. */
  readonly dimensions: readonly Dimension[];
  readonly sums: readonly RowSum[];
  /** The wider cube that this one adds up; absent: made from `complaint FINAL`. */
  readonly from?: Cube;
}

type DailyCubeName =
  | 'cube_daily_total'
  | 'cube_daily_line'
  | 'cube_daily_region'
  | 'cube_daily_region_line'
  | 'cube_daily_cause'
  | 'cube_daily_organisation'
  | 'cube_daily_sale'
  | 'cube_daily_intake';
type DueCubeName = 'cube_due_total' | 'cube_due';

const daily = (table: DailyCubeName, dimensions: readonly Dimension[], from?: Cube): Cube => ({
  table,
  stage: `stage_${table}`,
  dimensions,
  sums: dailySums,
  from,
});

const due = (table: DueCubeName, dimensions: readonly Dimension[], from?: Cube): Cube => ({
  table,
  stage: `stage_${table}`,
  dimensions,
  sums: [...dueSums, 'still_open'],
  from,
});

const regionLine = daily('cube_daily_region_line', ['source', 'region', 'line']);
const dueRegionLine = due('cube_due', ['source', 'region', 'line']);

/**
 * Narrow ones first: the first that has all dimensions and sums of a question answers it. The narrow ones hold so few
 * cells that they stop growing long before the complaints do.
 */
export const dailyCubes: readonly Cube[] = [
  daily('cube_daily_total', ['source'], regionLine),
  daily('cube_daily_line', ['source', 'line'], regionLine),
  daily('cube_daily_region', ['source', 'region'], regionLine),
  regionLine,
  daily('cube_daily_intake', ['source', 'region', 'intake_channel']),
  daily('cube_daily_organisation', ['source', 'organisation', 'line']),
  daily('cube_daily_sale', ['source', 'line', 'product', 'sales_channel']),
  daily('cube_daily_cause', ['source', 'line', 'link', 'reason']),
];

/** By the day due, one partition a month received. */
export const dueCubes: readonly Cube[] = [due('cube_due_total', ['source'], dueRegionLine), dueRegionLine];

export const isDueCube = (cube: Cube): boolean => dueCubes.includes(cube);

export const cubes: readonly Cube[] = [...dailyCubes, ...dueCubes];
export const cubeTables = cubes.map(({ table }) => table);
export const stageTables = cubes.map(({ stage }) => stage);
