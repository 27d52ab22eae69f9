import { type Dimension, type GetLeadingSeriesQuery, type Translation, treeDimensions } from '@tocsin/contracts';
import { z } from 'zod';
import { bucketOf, bucketStep } from '../facts/buckets.ts';
import { dimensionColumn } from '../facts/columns.ts';
import { inList, inTree } from '../facts/in-tree.ts';
import { within } from '../facts/period.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { askedFor, translatedRows } from '../facts/translated.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const LeadingPoint = z.object({ at: z.iso.date(), series: z.string(), value: z.number().nullable() });
export type LeadingPoint = z.infer<typeof LeadingPoint>;

const slices = ['region', 'organisation', 'line'] as const satisfies readonly Dimension[];

/**
 * Leading counts by bucket and series. Quiet buckets between the first and the last day that a series has any row for are 0,
 * those outside are null. Codes are translated as those of complaints are.
 */
export function leadingSeries(question: {
  readonly asked: GetLeadingSeriesQuery;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}): Query<LeadingPoint> {
  const { scope, translation } = question;
  const asked = { ...question.asked, ...askedFor(question.asked, translation) };
  const needed = slices.filter((dimension) => asked[dimension].length > 0);
  const named = asked.series.length === 0 ? [] : [inList(sql`series`, asked.series)];
  const through = asked.channel.length === 0 ? [] : [inList(sql`channel`, asked.channel)];
  const rows = translatedRows({
    table: sql`leading_count FINAL`,
    own: [sql`removed = 0`, within(sql`day`, asked), ...named, ...through],
    scope: withinScope(scope),
    slices: needed.map((dimension) =>
      (treeDimensions.includes(dimension) ? inTree : inList)(dimensionColumn(dimension), asked[dimension]),
    ),
    day: sql`day`,
    translation,
    column: dimensionColumn,
    needed,
  });
  const from = sql`toDate(${bind(asked.from, 'Date')})`;
  const until = sql`toDate(${bind(asked.until, 'Date')})`;
  return {
    name: 'leading-series',
    row: LeadingPoint,
    sql: sql`
      SELECT at, series, if(at <= last_day AND at + ${bucketStep(asked.by)} > first_day, toFloat64(n), NULL) AS value
      FROM (
        SELECT ${bucketOf(asked.by, sql`day`)} AS at, series, sum(count) AS n
        ${rows}
        GROUP BY at, series
        ORDER BY series, at WITH FILL FROM ${bucketOf(asked.by, from)} TO ${until} STEP ${bucketStep(asked.by)}) AS counted
      LEFT JOIN (
        SELECT series, min(day) AS first_day, max(day) AS last_day
        FROM leading_count FINAL
        WHERE removed = 0${withinScope(scope)}
        GROUP BY series) AS known USING (series)
      ORDER BY series, at`,
  };
}
