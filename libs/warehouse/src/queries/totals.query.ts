import { type SumId, sumIds } from '@tocsin/contracts';
import { z } from 'zod';
import { list, sumColumn } from '../facts/columns.ts';
import { firstDay, lastDay } from '../facts/coverage.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { everySum } from '../facts/every-sum.ts';
import { Count, Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { joinSql, sql } from '../sql/sql.ts';

const sums = Object.fromEntries(sumIds.map((id) => [id, Count])) as Record<SumId, typeof Count>;
const Totals = z.object({ period: z.number(), covered: Flag, ...sums });
export type Totals = z.output<typeof Totals>;

/**
 * Every sum of the slice for each of the periods, in one statement; `period` is the index in `periods`. `covered` is
 * false where the period does not lie wholly within the days from the first with data on.
 */
export function totals(question: {
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly periods: readonly Period[];
}): Query<Totals> {
  const { periods } = question;
  const whole = everySum({ ...question, periods });
  const perPeriod = periods.map((period, index) => {
    const { relation } = everySum({ ...question, periods: [period] });
    return sql`
      SELECT toUInt8(${bind(index, 'UInt8')}) AS period,
             toUInt8(${bind(period.from, 'Date')} >= ${firstDay} AND ${bind(period.from, 'Date')} <= ${lastDay}) AS covered,
             ${list(sumIds.map((id) => sql`sum(${sumColumn(id)}) AS total_${sumColumn(id)}`))}
      FROM (${relation})`;
  });
  return {
    name: 'totals',
    row: Totals,
    answeredBy: whole.answeredBy,
    sql: sql`
      SELECT period, covered, ${list(sumIds.map((id) => sql`total_${sumColumn(id)} AS ${sumColumn(id)}`))}
      FROM (${joinSql(perPeriod, '\nUNION ALL\n')})
      ORDER BY period`,
  };
}
