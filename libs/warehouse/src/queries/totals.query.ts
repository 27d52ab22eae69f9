import { type IsoDay, type SumId, type Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { list, sumColumn } from '../facts/columns.ts';
import { type CoveredDays, type DeliveredDays, firstOf, isReached, lastOf } from '../facts/coverage.ts';
import { endOfPeriod, perPeriod, startOfPeriod } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { type SomeSums, cubedSums, sumFields, sumsByClock } from '../facts/sums-by-clock.ts';
import { Flag } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

export type Totals = { readonly period: number; readonly covered: boolean; readonly reached: boolean } & SomeSums;
const totalsOf = (ids: readonly SumId[]): z.ZodType<Totals> =>
  z.object({ period: z.number(), covered: Flag, reached: Flag, ...sumFields(ids) });

/**
 * Sums of the slice, all that cubes hold unless some are named, for each of the periods, in one statement; `period` is the
 * index in `periods`. `covered` is false where the period does not lie wholly within the days from the first with data on;
 * `reached` is true where data cover any of its days.
 */
export function totals(question: {
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly sums?: readonly SumId[];
  readonly periods: readonly Period[];
  readonly today: IsoDay;
  /** From `coverage`. */
  readonly covered: CoveredDays;
  readonly delivered?: DeliveredDays | undefined;
  readonly translation?: Translation | undefined;
}): Query<Totals> {
  const { periods, covered, sums = cubedSums } = question;
  const { relation, answeredBy } = sumsByClock({ ...question, sums });
  const total = (id: SumId): Sql => sql`total_${sumColumn(id)}`;
  const byDay = sql`
    SELECT day, ${list(sums.map((id) => sql`sum(${sumColumn(id)}) AS day_${sumColumn(id)}`))}
    FROM (${relation})
    GROUP BY day`;
  const perSum = list(sums.map((id) => sql`sum(day_${sumColumn(id)}) AS ${total(id)}`));
  const reached = isReached({ from: sql`since`, until: sql`until` }, covered, question.delivered);
  return {
    name: 'totals',
    row: totalsOf(sums),
    answeredBy,
    sql: sql`
      WITH ${startOfPeriod(periods)} AS since, ${endOfPeriod(periods)} AS until
      SELECT period, toUInt8(since >= ${firstOf(covered)} AND since <= ${lastOf(covered)}) AS covered, toUInt8(${reached}) AS reached,
             ${list(sums.map((id) => sql`${total(id)} AS ${sumColumn(id)}`))}
      FROM (${perPeriod(byDay, periods, perSum)})
      ORDER BY period`,
  };
}
