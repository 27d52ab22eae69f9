import { type Dimension, type IsoDay, type LeadingId, type Translation, treeDimensions } from '@tocsin/contracts';
import { dimensionColumn, list } from '../facts/columns.ts';
import { inList, inTree } from '../facts/in-tree.ts';
import { within } from '../facts/period.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { type Split, splitOf } from '../facts/split.ts';
import { askedFor, translatedRows } from '../facts/translated.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { DayCounts } from './day-counts-by-slice.query.ts';

export interface LeadingQuestion {
  readonly series: LeadingId;
  readonly where: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly split: readonly Split[];
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}

/** A leading count is known by the channel through which it came in, under a shorter name. */
const column = (dimension: Dimension): Sql =>
  dimension === 'intake_channel' ? sql`channel` : dimensionColumn(dimension);

/**
 * Counts of a leading series by day for every slice that has any: the same shape as `dayCountsBySlice`, so that detectors
 * judge enquiries and claim reports as they judge complaints. Dimensions: those of `leadingDimensions`.
 */
export function leadingDayCounts(question: LeadingQuestion): Query<DayCounts> {
  const { series, split, from, scope, translation } = question;
  const where = Object.entries(askedFor(question.where, translation)) as [Dimension, readonly string[]][];
  const asked = where.filter(([, codes]) => codes.length > 0);
  const rows = translatedRows({
    table: sql`leading_count FINAL`,
    own: [sql`removed = 0`, sql`series = ${bind(series, 'String')}`, within(sql`day`, question)],
    scope: withinScope(scope),
    slices: asked.map(([dimension, codes]) =>
      (treeDimensions.includes(dimension) ? inTree : inList)(column(dimension), [...codes]),
    ),
    day: sql`day`,
    translation,
    column,
    needed: [...split.map(({ dimension }) => dimension), ...asked.map(([dimension]) => dimension)],
  });
  const codes = list(split.map((part) => sql`toString(${splitOf(part, column)})`));
  return {
    name: 'leading-day-counts',
    row: DayCounts,
    sql: sql`
      SELECT codes, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
      FROM (
        SELECT codes, arraySort(groupArray((i, n))) AS pairs
        FROM (
          SELECT CAST([${codes}], 'Array(String)') AS codes, toUInt32(day - toDate(${bind(from, 'Date')})) AS i,
                 toUInt32(sum(count)) AS n
          ${rows}
          GROUP BY codes, i)
        GROUP BY codes)
      ORDER BY codes`,
  };
}
