import { type Basis, type IsoDay, type Rule, type SumId, dimensions } from '@tocsin/contracts';
import { z } from 'zod';
import { list, sumColumn } from '../facts/columns.ts';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import { splitCode } from '../facts/split.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export interface ValueCountsQuestion {
  readonly sum: SumId;
  readonly basis: Basis;
  readonly where: Rule['where'];
  /** Each is counted by itself; they are not crossed. */
  readonly splits: Rule['split'];
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly scope: Scope;
}

const ValueDayCounts = z.object({
  dimension: z.enum(dimensions),
  code: z.string(),
  /** Days since `from` that have a count, ascending; every other day of the period is 0. */
  days: z.array(z.number()),
  counts: z.array(z.number()),
});
export type ValueDayCounts = z.infer<typeof ValueDayCounts>;

/** Counts by day of every value of several dimensions, in one pass over the slice: what explains an excess. */
export function dayCountsByValue(question: ValueCountsQuestion): Query<ValueDayCounts> {
  const { sum, basis, where, splits, from, until, scope } = question;
  const { relation, answeredBy } = facts({
    filter: { ...where, basis },
    scope,
    dimensions: splits.map(({ dimension }) => dimension),
    sums: [sum],
    periods: [{ from, until }],
  });
  const pairs = list(splits.map((part) => sql`(${bind(part.dimension, 'String')}, toString(${splitCode(part)}))`));
  return {
    name: 'day-counts-by-value',
    row: ValueDayCounts,
    answeredBy,
    sql: sql`
      SELECT value.1 AS dimension, value.2 AS code, arrayMap(pair -> pair.1, pairs) AS days,
             arrayMap(pair -> pair.2, pairs) AS counts
      FROM (
        SELECT value, arraySort(groupArray((i, n))) AS pairs
        FROM (
          SELECT arrayJoin([${pairs}]) AS value, toUInt32(day - toDate(${bind(from, 'Date')})) AS i,
                 toUInt32(sum(${sumColumn(sum)})) AS n
          FROM (${relation})
          GROUP BY value, i
          HAVING n > 0)
        GROUP BY value)
      ORDER BY dimension, code`,
  };
}
