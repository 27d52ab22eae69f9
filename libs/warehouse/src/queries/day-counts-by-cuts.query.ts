import { dimensions } from '@tocsin/contracts';
import { z } from 'zod';
import { dimensionColumn, list, sumColumn } from '../facts/columns.ts';
import { facts } from '../facts/facts.ts';
import { type Split, splitCode } from '../facts/split.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { type DayCountsQuestion, DayCounts } from './day-counts-by-slice.query.ts';

export interface CutsQuestion extends Omit<DayCountsQuestion, 'split'> {
  /** Ways to split the slice, each by itself and by one dimension at least; a dimension has the same level in all of them. */
  readonly cuts: readonly (readonly Split[])[];
}

const DayCountsOfCut = DayCounts.extend({
  /** Index into `cuts`. */
  cut: z.number(),
});
export type DayCountsOfCut = z.infer<typeof DayCountsOfCut>;

/**
 * What `dayCountsBySlice` says of several cuts of one slice, in one pass over the period: for cuts that no cube answers, where
 * what costs is reading the complaints.
 */
export function dayCountsByCuts(question: CutsQuestion): Query<DayCountsOfCut> {
  const { sum, basis, where, cuts, from, until, scope, translation } = question;
  const parts = partsOf(cuts);
  const { relation, answeredBy } = facts({
    filter: { ...where, basis },
    scope,
    translation,
    dimensions: parts.map(({ dimension }) => dimension),
    sums: [sum],
    periods: [{ from, until }],
  });
  const columnsOf = (cut: readonly Split[]): Sql => list(cut.map(({ dimension }) => dimensionColumn(dimension)));
  const codes = parts.map((part) => sql`toString(${splitCode(part)}) AS ${dimensionColumn(part.dimension)}`);
  const isCut = (cut: readonly Split[]): Sql =>
    sql`mask = ${bind(maskOf(cut, parts), 'UInt32')}, (${bind(cuts.indexOf(cut), 'UInt8')}, CAST([${columnsOf(cut)}], 'Array(String)'))`;
  return {
    name: 'day-counts-by-cuts',
    row: DayCountsOfCut,
    answeredBy,
    sql: sql`
      SELECT slice.1 AS cut, slice.2 AS codes, arrayMap(pair -> pair.1, pairs) AS days,
             arrayMap(pair -> pair.2, pairs) AS counts
      FROM (
        SELECT multiIf(${list(cuts.map(isCut))}, (toUInt8(255), CAST([], 'Array(String)'))) AS slice,
               arraySort(groupArray((i, n))) AS pairs
        FROM (
          SELECT ${columnsOf(parts)}, i, toUInt32(grouping(${columnsOf(parts)})) AS mask, toUInt32(sum(cases)) AS n
          FROM (
            SELECT ${list(codes)}, toUInt32(day - toDate(${bind(from, 'Date')})) AS i, ${sumColumn(sum)} AS cases
            FROM (${relation}))
          GROUP BY GROUPING SETS (${list(cuts.map((cut) => sql`(i, ${columnsOf(cut)})`))})
          HAVING n > 0)
        GROUP BY slice)
      ORDER BY cut, codes`,
  };
}

/** Every dimension that any of the cuts names, in the contract's order. */
const partsOf = (cuts: readonly (readonly Split[])[]): Split[] =>
  dimensions.flatMap((dimension) => cuts.flat().find((part) => part.dimension === dimension) ?? []);

/** As `grouping` tells a set: a bit for each part, the first one the highest, set where rows are not told apart by it. */
const maskOf = (cut: readonly Split[], parts: readonly Split[]): number =>
  parts.reduce((mask, { dimension }) => mask * 2 + (cut.some((one) => one.dimension === dimension) ? 0 : 1), 0);
