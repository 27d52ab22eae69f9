import { type Dimension, dimensions } from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import type { RowSum } from '../tables/cubes.ts';

const sums: readonly RowSum[] = [
  'complaints',
  'chasers',
  'repeats',
  'escalated',
  'withdrawn',
  'closed',
  'handling_days',
  'due',
  'closed_in_time',
  'still_open',
];

export const dimensionColumn = (dimension: Dimension): Sql => sql`${identifier(dimension, dimensions)}`;
export const sumColumn = (sum: RowSum): Sql => sql`${identifier(sum, sums)}`;

/** Where a row of `complaint` keeps a dimension: regions are counted where they report. */
export const complaintColumn = (dimension: Dimension): Sql =>
  dimension === 'region' ? sql`report_region` : dimensionColumn(dimension);

/** `a, b, c` */
export const list = (parts: readonly Sql[]): Sql => joinSql(parts, ', ');
