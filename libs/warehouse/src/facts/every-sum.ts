import { type Clock, type IsoDay, type SumId, sumIds, sums } from '@tocsin/contracts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import { closedSums, dailySums, dueSums } from '../tables/cubes.ts';
import { list, sumColumn } from './columns.ts';
import { type FactsQuestion, facts } from './facts.ts';
import { type Period, endedBy } from './period.ts';

const byClock: readonly (readonly SumId[])[] = [dailySums, dueSums, closedSums];

/** The sums that cubes hold, in the contract's order. */
export const everySumId: readonly SumId[] = sumIds.filter((id) => byClock.some((present) => present.includes(id)));

export interface EverySumQuestion extends Omit<FactsQuestion, 'sums' | 'dimensions'> {
  readonly periods: readonly Period[];
  /** Sums by the day due count up to the day before this one. */
  readonly today: IsoDay;
}

/** A relation `day` and every sum that cubes hold: those by the day received, due and closed, one below the other. */
export function everySum(question: EverySumQuestion): { relation: Sql; answeredBy: string } {
  const periods = (clock: Clock) => (clock === 'due' ? endedBy(question.periods, question.today) : question.periods);
  const parts = byClock.flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            sums: [first, ...rest],
            ...facts({ ...question, periods: periods(sums[first]), sums: [first, ...rest], dimensions: [] }),
          },
        ],
  );
  return {
    answeredBy: [...new Set(parts.map(({ answeredBy }) => answeredBy))].join(', '),
    relation: joinSql(
      parts.map(({ sums: present, relation }) => sql`SELECT day, ${columns(present)} FROM (${relation})`),
      '\nUNION ALL\n',
    ),
  };
}

/** Every sum; those that a part does not have are 0. */
const columns = (present: readonly SumId[]): Sql =>
  list(everySumId.map((id) => (present.includes(id) ? sumColumn(id) : sql`toUInt64(0) AS ${sumColumn(id)}`)));
