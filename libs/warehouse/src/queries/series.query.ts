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
import { aggregateOf, sizeOf } from '../facts/aggregate.ts';
import { bucketOf, bucketStep, isCovered } from '../facts/buckets.ts';
import { type CoveredDays, type DeliveredDays, firstOf } from '../facts/coverage.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import type { Scope } from '../facts/scope.ts';
import { type Shift, back, forward, hasPartner, shiftedPeriod } from '../facts/shift.ts';
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
  /** Beside each bucket, the days that lie so far back. */
  readonly compare?: Shift | undefined;
  /** The day that is still running. */
  readonly today: IsoDay;
  /** From `coverage`. */
  readonly covered: CoveredDays;
  readonly delivered?: DeliveredDays | undefined;
  readonly translation?: Translation | undefined;
}

const SeriesPoint = z.object({
  at: z.iso.date(),
  split: z.string(),
  value: z.number().nullable(),
  compared: z.number().nullable(),
  complete: z.number(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/**
 * A measure over time, by split value and bucket. Quiet buckets are 0, buckets outside the days that data cover are
 * null; `complete` is 0 for a bucket that has not ended that the filter's period cuts, or of which not
 * all feeds have delivered. `compared` is the bucket that
 * lies `compare` back, null where that began before the first day of data; a bucket that still runs is compared with as
 * many days as are over.
 */
export function series(question: SeriesQuestion): Query<SeriesPoint> {
  const { filter, by, split, today, compare, covered, delivered } = question;
  const whole = delivered !== undefined && delivered.wholeUntil < today ? delivered.wholeUntil : today;
  const from = sql`toDate(${bind(filter.from, 'Date')})`;
  const until = sql`toDate(${bind(filter.until, 'Date')})`;
  const { relation, answeredBy } = measureFacts({ ...question, split: partsOf(question), periods: [filter] });
  const inOrder = split === undefined ? emptySql : sql`split, `;
  return {
    name: 'series',
    row: SeriesPoint,
    answeredBy,
    sql: sql`
      SELECT at, split,
             if(${isCovered(by, covered, delivered)}, here, NULL) AS value,
             ${compare === undefined ? sql`CAST(NULL AS Nullable(Float64))` : sql`if(${back(sql`at`, compare)} >= ${firstOf(covered)}, there, NULL)`} AS compared,
             toUInt8(at >= ${from} AND at + ${bucketStep(by)} <= least(${until}, toDate(${bind(whole, 'Date')}))) AS complete
      FROM (
        SELECT ${bucketOf(by, sql`day`)} AS at, ${kept(question, relation)} AS split,
               ${sides(question, relation)}
        GROUP BY at, split
        ORDER BY ${inOrder}at WITH FILL FROM ${bucketOf(by, from)} TO ${until} STEP ${bucketStep(by)})
      ORDER BY split = '…', split, at`,
  };
}

const partsOf = ({ split, level }: SeriesQuestion) => (split === undefined ? undefined : { dimension: split, level });

/** The two sides of a bucket, and where they come from. */
function sides(question: SeriesQuestion, relation: Sql): Sql {
  const { compare } = question;
  const measure = measures[question.measure];
  if (compare === undefined)
    return sql`${aggregateOf(measure)} AS here
        FROM (${relation})`;
  return sql`${aggregateOf(measure, sql`side = 0`)} AS here, ${aggregateOf(measure, sql`side = 1`)} AS there
        FROM (${sideOf(0, relation)} UNION ALL ${compared(question, compare)})`;
}

const sideOf = (side: 0 | 1, relation: Sql): Sql =>
  sql`SELECT ${side === 0 ? sql`0` : sql`1`} AS side, day, split, num, den FROM (${relation})`;

/** The other days, each under the day that it is compared with. */
function compared(question: SeriesQuestion, shift: Shift): Sql {
  const { filter, by, today } = question;
  const { relation } = measureFacts({
    ...question,
    split: partsOf(question),
    periods: [shiftedPeriod(filter, shift, today)],
  });
  const paired = by === 'day' ? sql` WHERE ${hasPartner(sql`day`, shift)}` : emptySql;
  // Under another name first: a WHERE beside `… AS day` would mean the day it has been moved to.
  const moved = sql`SELECT ${forward(sql`day`, shift)} AS beside, split, num, den FROM (${relation})${paired}`;
  return sideOf(1, sql`SELECT beside AS day, split, num, den FROM (${moved})`);
}

/** The split value, or `…` for those beyond the top n of the filter's own period. */
function kept({ top, split, measure }: SeriesQuestion, relation: Sql): Sql {
  if (top === undefined || split === undefined) return sql`split`;
  const largest = sql`
    SELECT split
    FROM (${relation})
    GROUP BY split
    ORDER BY ${sizeOf(measures[measure])} DESC, split
    LIMIT ${bind(top, 'UInt32')}`;
  return sql`if(split IN (${largest}), split, '…')`;
}
