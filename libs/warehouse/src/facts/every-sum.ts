import { type SumId, sumIds } from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';
import { dailySums, dueSums } from '../tables/cubes.ts';
import { list, sumColumn } from './columns.ts';
import { type FactsQuestion, facts } from './facts.ts';

/** A relation `day` and all sums of the contract: those by the day received and those by the day due, one below the other. */
export function everySum(question: Omit<FactsQuestion, 'sums' | 'dimensions'>): { relation: Sql; answeredBy: string } {
  const received = facts({ ...question, sums: dailySums, dimensions: [] });
  const due = facts({ ...question, sums: dueSums, dimensions: [] });
  return {
    answeredBy: [...new Set([received.answeredBy, due.answeredBy])].join(', '),
    relation: sql`
      SELECT day, ${columns(dailySums)} FROM (${received.relation})
      UNION ALL
      SELECT day, ${columns(dueSums)} FROM (${due.relation})`,
  };
}

/** All sums in the contract's order; those that a part does not have are 0. */
const columns = (present: readonly SumId[]): Sql =>
  list(sumIds.map((id) => (present.includes(id) ? sumColumn(id) : sql`toUInt64(0) AS ${sumColumn(id)}`)));
