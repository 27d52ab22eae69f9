import type { ComplaintFilter, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const SaleCohortCell = z.object({ month: z.string(), age: z.number(), cases: Count });
export type SaleCohortCell = z.output<typeof SaleCohortCell>;

/**
 * Complaints of the filter's days by the month in which the policy was sold (`2026-01`) and the calendar months from that one
 * to the day received; only what was sold from the filter's first month on. No row: none. A sale after its complaint, or an
 * unknown one, is in none.
 */
export function saleCohorts(question: {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}): Query<SaleCohortCell> {
  const { filter, scope, translation } = question;
  const { relation, answeredBy } = facts({
    ...{ filter, scope, translation, periods: [filter] },
    dimensions: ['sale_month'],
    sums: ['complaints'],
  });
  return {
    name: 'sale-cohorts',
    row: SaleCohortCell,
    answeredBy,
    sql: sql`
      SELECT sale_month AS month,
             toInt32(12 * (toYear(day) - toUInt16(substring(sale_month, 1, 4))) + toMonth(day) - toUInt8(substring(sale_month, 6, 2))) AS age,
             sum(complaints) AS cases
      FROM (${relation})
      WHERE sale_month >= ${bind(filter.from.slice(0, 7), 'String')}
      GROUP BY month, age
      HAVING age >= 0 AND cases > 0
      ORDER BY month, age`,
  };
}
