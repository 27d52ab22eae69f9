import { type Clock, type IsoDay, type SumId, sumIds, sums } from '@tocsin/contracts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import { closedSums, dailySums, dueSums } from '../tables/cubes.ts';
import { Count } from '../rows/scalars.ts';
import { list, sumColumn } from './columns.ts';
import { type FactsQuestion, facts } from './facts.ts';
import { type Period, endedBy } from './period.ts';

const byClock: readonly (readonly SumId[])[] = [dailySums, dueSums, closedSums];

/** The sums that cubes hold, in the contract's order. */
export const cubedSums: readonly SumId[] = sumIds.filter((id) => byClock.some((present) => present.includes(id)));

/** Those that were asked for. */
export type SomeSums = Partial<Record<SumId, number>>;
/** The fields of a row that has them. */
export const sumFields = (ids: readonly SumId[]): Record<string, typeof Count> =>
  Object.fromEntries(ids.map((id) => [id, Count]));

export interface SumsQuestion extends Omit<FactsQuestion, 'sums' | 'dimensions'> {
  /** Some of `cubedSums`, at least one. Each costs the engine time even where there is little to add up. */
  readonly sums: readonly SumId[];
  readonly periods: readonly Period[];
  /** Sums by the day due count up to the day before this one. */
  readonly today: IsoDay;
}

/** A relation `day` and the sums: those by the day received, due and closed, one below the other. */
export function sumsByClock(question: SumsQuestion): { relation: Sql; answeredBy: string } {
  const periods = (clock: Clock) => (clock === 'due' ? endedBy(question.periods, question.today) : question.periods);
  const parts = byClock.flatMap((present) => {
    const [first, ...rest] = question.sums.filter((id) => present.includes(id));
    if (first === undefined) return [];
    const asked = [first, ...rest] as const;
    const part = { ...question, periods: periods(sums[first]), sums: asked, dimensions: [] };
    return [facts(part, sql`day, ${columns(question.sums, asked)}`)];
  });
  return {
    answeredBy: [...new Set(parts.map(({ answeredBy }) => answeredBy))].join(', '),
    relation: joinSql(
      parts.map(({ relation }) => relation),
      '\nUNION ALL\n',
    ),
  };
}

/** Every sum that is asked for; those that a part does not have are 0. */
const columns = (asked: readonly SumId[], present: readonly SumId[]): Sql =>
  list(asked.map((id) => (present.includes(id) ? sumColumn(id) : sql`toUInt64(0) AS ${sumColumn(id)}`)));
