import { type IsoDay, type SumId, type Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { list, sumColumn } from '../facts/columns.ts';
import { firstDay, lastDay } from '../facts/coverage.ts';
import { perPeriod, periodStarts } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { everySum, everySumId } from '../facts/every-sum.ts';
import { Count, Flag } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

const sums = Object.fromEntries(everySumId.map((id) => [id, Count])) as Record<SumId, typeof Count>;
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
  readonly today: IsoDay;
  readonly translation?: Translation | undefined;
}): Query<Totals> {
  const { periods } = question;
  const { relation, answeredBy } = everySum({ ...question, periods });
  const total = (id: SumId): Sql => sql`total_${sumColumn(id)}`;
  const byDay = sql`
    SELECT day, ${list(everySumId.map((id) => sql`sum(${sumColumn(id)}) AS day_${sumColumn(id)}`))}
    FROM (${relation})
    GROUP BY day`;
  const perSum = list(everySumId.map((id) => sql`sum(day_${sumColumn(id)}) AS ${total(id)}`));
  const start = sql`arrayElement(${periodStarts(periods)}, period + 1)`;
  return {
    name: 'totals',
    row: Totals,
    answeredBy,
    sql: sql`
      SELECT period, toUInt8(${start} >= ${firstDay} AND ${start} <= ${lastDay}) AS covered,
             ${list(everySumId.map((id) => sql`${total(id)} AS ${sumColumn(id)}`))}
      FROM (${perPeriod(byDay, periods, perSum)})
      ORDER BY period`,
  };
}
