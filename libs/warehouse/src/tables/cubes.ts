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
/** Sums of `cube_due`, by the day due. `still_open` serves the timeliness figures only. */
export const dueSums = ['due', 'closed_in_time'] as const;

export type DailySum = (typeof dailySums)[number];
export type DueSum = (typeof dueSums)[number];
export type RowSum = SumId | 'still_open';

/** A table of sums by day and a few dimensions, rebuilt from `complaint FINAL`. */
export interface Cube {
  readonly table:
    | 'cube_daily_region'
    | 'cube_daily_cause'
    | 'cube_daily_organisation'
    | 'cube_daily_sale'
    | 'cube_daily_intake'
    | 'cube_due';
  readonly stage: `stage_${Cube['table']}`;
  /** At most five, besides the day. */
  readonly dimensions: readonly Dimension[];
  readonly sums: readonly RowSum[];
}

const daily = (table: Exclude<Cube['table'], 'cube_due'>, dimensions: readonly Dimension[]): Cube => ({
  table,
  stage: `stage_${table}`,
  dimensions,
  sums: dailySums,
});

/** Narrow ones first: the first that has all dimensions of a question answers it. */
export const dailyCubes: readonly Cube[] = [
  daily('cube_daily_region', ['source', 'region', 'line']),
  daily('cube_daily_intake', ['source', 'region', 'intake_channel']),
  daily('cube_daily_organisation', ['source', 'organisation', 'line']),
  daily('cube_daily_sale', ['source', 'line', 'product', 'sales_channel']),
  daily('cube_daily_cause', ['source', 'line', 'link', 'reason']),
];

export const dueCube: Cube = {
  table: 'cube_due',
  stage: 'stage_cube_due',
  dimensions: ['source', 'region', 'line'],
  sums: [...dueSums, 'still_open'],
};

export const cubes: readonly Cube[] = [...dailyCubes, dueCube];
export const cubeTables = cubes.map(({ table }) => table);
export const stageTables = cubes.map(({ stage }) => stage);
