import { type SumId, sumIds } from '@tocsin/contracts';
import { z } from 'zod';
import { sumColumn } from '../facts/columns.ts';
import { firstDay, lastDay } from '../facts/coverage.ts';
import { perPeriod } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { everySum } from '../facts/every-sum.ts';
import { Count, Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

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
  const { relation, answeredBy } = everySum({ ...question, periods });
  const covered = {
    name: sql`covered`,
    over: (_: Sql, { from }: Period) =>
      sql`toUInt8(${bind(from, 'Date')} >= ${firstDay} AND ${bind(from, 'Date')} <= ${lastDay})`,
  };
  const sumOf = (id: SumId) => ({
    name: sumColumn(id),
    over: (inside: Sql) => sql`sumIf(${sumColumn(id)}, ${inside})`,
  });
  return {
    name: 'totals',
    row: Totals,
    answeredBy,
    sql: sql`${perPeriod(relation, periods, [covered, ...sumIds.map(sumOf)])} ORDER BY period`,
  };
}
