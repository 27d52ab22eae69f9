import type { IsoDay, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Timeliness = z.object({ overdue: Count, nearDue: Count });
export type Timeliness = z.output<typeof Timeliness>;

const WITHIN_DAYS = 5;

/**
 * Open complaints of the slice, whenever received: due before `asOf`, and due on it or in the days after. Open as known
 * now, so `asOf` is meant to be today. From `cube_due`, or `complaint FINAL` where that lacks a dimension.
 */
export function timeliness(question: {
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly asOf: IsoDay;
  /** Near due: due on `asOf` or up to this many days later. */
  readonly withinDays?: number;
  readonly translation?: Translation | undefined;
}): Query<Timeliness> {
  const { filter, scope, asOf, translation, withinDays = WITHIN_DAYS } = question;
  const { relation, answeredBy } = facts({ filter, scope, translation, dimensions: [], sums: ['still_open'] });
  const today = bind(asOf, 'Date');
  return {
    name: 'timeliness',
    row: Timeliness,
    answeredBy,
    sql: sql`
      SELECT sumIf(still_open, day < ${today}) AS overdue,
             sumIf(still_open, day >= ${today} AND day <= ${today} + ${bind(withinDays, 'UInt32')}) AS nearDue
      FROM (${relation})`,
  };
}
