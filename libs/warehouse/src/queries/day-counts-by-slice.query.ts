import type { Basis, Dimension, IsoDay, SumId, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { list, sumColumn } from '../facts/columns.ts';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import { type Split, splitCode } from '../facts/split.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export interface DayCountsQuestion {
  readonly sum: SumId;
  readonly basis: Basis;
  readonly where: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly split: readonly Split[];
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}

/** One slice's counts by day, compact. */
export const DayCounts = z.object({
  /** One code per entry of `split`, in its order. */
  codes: z.array(z.string()),
  /** Days since `from` that have a count, ascending. */
  days: z.array(z.number()),
  counts: z.array(z.number()),
});
export type DayCounts = z.infer<typeof DayCounts>;

/** Counts by day of every slice that has any, one row each: what detectors and attribution read. All other days are 0. */
export function dayCountsBySlice(question: DayCountsQuestion): Query<DayCounts> {
  const { sum, basis, where, split, from, until, scope, translation } = question;
  const { relation, answeredBy } = facts({
    filter: { ...where, basis },
    scope,
    translation,
    dimensions: split.map(({ dimension }) => dimension),
    sums: [sum],
    periods: [{ from, until }],
  });
  const codes = list(split.map((part) => sql`toString(${splitCode(part)})`));
  return {
    name: 'day-counts-by-slice',
    row: DayCounts,
    answeredBy,
    sql: sql`
      SELECT codes, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
      FROM (
        SELECT codes, arraySort(groupArray((i, n))) AS pairs
        FROM (
          SELECT CAST([${codes}], 'Array(String)') AS codes, toUInt32(day - toDate(${bind(from, 'Date')})) AS i,
                 toUInt32(sum(${sumColumn(sum)})) AS n
          FROM (${relation})
          GROUP BY codes, i
          HAVING n > 0)
        GROUP BY codes)
      ORDER BY codes`,
  };
}
