import {
  type ComplaintFilter,
  type Dimension,
  type Grain,
  type IsoDay,
  type MeasureId,
  type Translation,
  measures,
} from '@tocsin/contracts';
import { z } from 'zod';
import { bucketOf, bucketStep, isCovered } from '../facts/buckets.ts';
import { measureFacts, measureValue } from '../facts/measure-facts.ts';
import type { Scope } from '../facts/scope.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';

export interface SeriesQuestion {
  readonly measure: MeasureId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly by: Grain;
  readonly split?: Dimension | undefined;
  /** Cuts tree codes at this level. */
  readonly level?: number | undefined;
  /** Keeps the n split values with the largest numerator; the rest adds up as `…`. */
  readonly top?: number | undefined;
  /** The day that is still running. */
  readonly today: IsoDay;
  readonly translation?: Translation | undefined;
}

const SeriesPoint = z.object({
  at: z.iso.date(),
  split: z.string(),
  value: z.number().nullable(),
  complete: z.number(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/**
 * A measure over time, by split value and bucket. Quiet buckets are 0, buckets outside the days that data cover are
 * null; `complete` is 0 for a bucket that has not ended or that the filter's period cuts.
 */
export function series(question: SeriesQuestion): Query<SeriesPoint> {
  const { measure, filter, by, split, today } = question;
  const from = sql`toDate(${bind(filter.from, 'Date')})`;
  const until = sql`toDate(${bind(filter.until, 'Date')})`;
  const parts = split === undefined ? undefined : { dimension: split, level: question.level };
  const { relation, answeredBy } = measureFacts({ ...question, split: parts, periods: [filter] });
  const inOrder = split === undefined ? emptySql : sql`split, `;
  return {
    name: 'series',
    row: SeriesPoint,
    answeredBy,
    sql: sql`
      SELECT at, split,
             if(${isCovered(by)}, ${measureValue(measures[measure], sql`n`, sql`d`)}, NULL) AS value,
             toUInt8(at >= ${from} AND at + ${bucketStep(by)} <= least(${until}, toDate(${bind(today, 'Date')}))) AS complete
      FROM (
        SELECT ${bucketOf(by, sql`day`)} AS at, ${kept(question, relation)} AS split, sum(num) AS n, sum(den) AS d
        FROM (${relation})
        GROUP BY at, split
        ORDER BY ${inOrder}at WITH FILL FROM ${bucketOf(by, from)} TO ${until} STEP ${bucketStep(by)})
      ORDER BY split = '…', split, at`,
  };
}

/** The split value, or `…` for those beyond the top n. */
function kept({ top, split }: SeriesQuestion, relation: Sql): Sql {
  if (top === undefined || split === undefined) return sql`split`;
  const largest = sql`
    SELECT split
    FROM (${relation})
    GROUP BY split
    ORDER BY sum(num) DESC, split
    LIMIT ${bind(top, 'UInt32')}`;
  return sql`if(split IN (${largest}), split, '…')`;
}
