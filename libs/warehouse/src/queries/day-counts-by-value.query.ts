import { type Basis, type IsoDay, type SeriesRule, type SumId, type Translation, dimensions } from '@tocsin/contracts';
import { z } from 'zod';
import { dimensionColumn, list, sumColumn } from '../facts/columns.ts';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import { sliceConditions } from '../facts/slice-filter.ts';
import { splitCode } from '../facts/split.ts';
import { askedFor } from '../facts/translated.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, allOf, anyOf, sql } from '../sql/sql.ts';

/** A slice whose values are wanted. */
export interface SplitSlice {
  readonly where: SeriesRule['where'];
  /** Each is counted by itself; they are not crossed. */
  readonly splits: SeriesRule['split'];
}

export interface ValueCountsQuestion {
  readonly sum: SumId;
  readonly basis: Basis;
  readonly slices: readonly SplitSlice[];
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}

const ValueDayCounts = z.object({
  /** Index into `slices`. */
  slice: z.number(),
  dimension: z.enum(dimensions),
  code: z.string(),
  /** Days since `from` that have a count, ascending; every other day of the period is 0. */
  days: z.array(z.number()),
  counts: z.array(z.number()),
});
export type ValueDayCounts = z.infer<typeof ValueDayCounts>;

/**
 * Counts by day of every value of several dimensions, for several slices: what explains their excesses. One pass over the
 * period, for mostly no cube has all of the dimensions, and what costs is reading the complaints.
 */
export function dayCountsByValue(question: ValueCountsQuestion): Query<ValueDayCounts> {
  const { sum, basis, slices, from, until, scope, translation } = question;
  const conditions = slices.map(({ where }) =>
    allOf(sliceConditions({ ...askedFor(where, translation), basis }, dimensionColumn)),
  );
  const { relation, answeredBy } = facts({
    filter: { basis },
    scope,
    translation,
    dimensions: neededBy(question),
    sums: [sum],
    periods: [{ from, until }],
  });
  const values = list(slices.map((slice, i) => sql`if(${conditions[i] ?? sql`0`}, [${valuesOf(slice, i)}], [])`));
  return {
    name: 'day-counts-by-value',
    row: ValueDayCounts,
    answeredBy,
    sql: sql`
      SELECT value.1 AS slice, value.2 AS dimension, value.3 AS code, arrayMap(pair -> pair.1, pairs) AS days,
             arrayMap(pair -> pair.2, pairs) AS counts
      FROM (
        SELECT value, arraySort(groupArray((i, n))) AS pairs
        FROM (
          SELECT arrayJoin(arrayConcat(${values})) AS value, toUInt32(day - toDate(${bind(from, 'Date')})) AS i,
                 toUInt32(sum(${sumColumn(sum)})) AS n
          FROM (${relation})
          WHERE ${anyOf(conditions)}
          GROUP BY value, i
          HAVING n > 0)
        GROUP BY value)
      ORDER BY slice, dimension, code`,
  };
}

const valuesOf = ({ splits }: SplitSlice, index: number): Sql =>
  list(
    splits.map(
      (part) => sql`(${bind(index, 'UInt8')}, ${bind(part.dimension, 'String')}, toString(${splitCode(part)}))`,
    ),
  );

/** Every dimension that any slice asks about or is split by. */
function neededBy({ slices, basis }: ValueCountsQuestion) {
  const needed = new Set(
    slices.flatMap(({ where, splits }) => [...Object.keys(where), ...splits.map((part) => part.dimension)]),
  );
  if (basis === 'regulator') needed.add('source');
  return dimensions.filter((dimension) => needed.has(dimension));
}
