import { type Basis, type Dimension, type IsoDay, type SumId, type Translation, dimensions } from '@tocsin/contracts';
import { z } from 'zod';
import { dimensionColumn, list, sumColumn } from '../facts/columns.ts';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import { sliceConditions } from '../facts/slice-filter.ts';
import { askedFor } from '../facts/translated.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { allOf, sql } from '../sql/sql.ts';

type Where = Readonly<Partial<Record<Dimension, readonly string[]>>>;

export interface OverlapQuestion {
  readonly sum: SumId;
  readonly basis: Basis;
  /** What all slices lie within. */
  readonly where: Where;
  /** At most 32. */
  readonly slices: readonly Where[];
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}

const OverlapCounts = z.object({
  /** Bit i is set where the cases lie in slice i; two bits or more. */
  mask: z.number(),
  /** Days since `from` that have a count, ascending; every other day of the period is 0. */
  days: z.array(z.number()),
  counts: z.array(z.number()),
});
export type OverlapCounts = z.infer<typeof OverlapCounts>;

/**
 * Counts by day of what several slices share, apart by exactly which slices share it. One pass over the period for all
 * pairs: mostly no cube has all of the dimensions, and what costs is reading the complaints.
 */
export function overlapCounts(question: OverlapQuestion): Query<OverlapCounts> {
  const { sum, basis, where, slices, from, until, scope, translation } = question;
  const needed = new Set(slices.flatMap((slice) => Object.keys(slice)));
  const { relation, answeredBy } = facts({
    filter: { ...where, basis },
    scope,
    translation,
    dimensions: dimensions.filter((dimension) => needed.has(dimension)),
    sums: [sum],
    periods: [{ from, until }],
  });
  const bits = slices.map((slice, index) => {
    // the basis is asked of the relation already
    const conditions = sliceConditions({ ...askedFor(slice, translation), basis: 'company' }, dimensionColumn);
    return sql`if(${allOf(conditions)}, ${bind(2 ** index, 'UInt32')}, 0)`;
  });
  return {
    name: 'overlap-counts',
    row: OverlapCounts,
    answeredBy,
    sql: sql`
      SELECT mask, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
      FROM (
        SELECT mask, arraySort(groupArray((i, n))) AS pairs
        FROM (
          SELECT toUInt32(arraySum([${list(bits)}])) AS mask, toUInt32(day - toDate(${bind(from, 'Date')})) AS i,
                 toUInt32(sum(${sumColumn(sum)})) AS n
          FROM (${relation})
          GROUP BY mask, i
          HAVING n > 0 AND bitCount(mask) > 1)
        GROUP BY mask)
      ORDER BY mask`,
  };
}
