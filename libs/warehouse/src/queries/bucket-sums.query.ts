import { type ComplaintFilter, type Grain, type IsoDay, type SumId, type Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { bucketOf, bucketStep, isCovered } from '../facts/buckets.ts';
import { list, sumColumn } from '../facts/columns.ts';
import { type SomeSums, cubedSums, sumFields, sumsByClock } from '../facts/sums-by-clock.ts';
import type { DeliveredDays } from '../facts/coverage.ts';
import type { Scope } from '../facts/scope.ts';
import { Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export type BucketSums = { readonly at: string; readonly covered: boolean } & SomeSums;
const sumsOfBucket = (ids: readonly SumId[]): z.ZodType<BucketSums> =>
  z.object({ at: z.iso.date(), covered: Flag, ...sumFields(ids) });

/** Sums of the slice, as `totals` has them, by bucket, oldest first, quiet ones 0: what spark lines are drawn from. */
export function bucketSums(question: {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly sums?: readonly SumId[];
  readonly by: Grain;
  readonly today: IsoDay;
  readonly delivered?: DeliveredDays | undefined;
  readonly translation?: Translation | undefined;
}): Query<BucketSums> {
  const { filter, scope, sums = cubedSums, by, today, delivered, translation } = question;
  const { relation, answeredBy } = sumsByClock({ filter, scope, sums, today, translation, periods: [filter] });
  const from = sql`toDate(${bind(filter.from, 'Date')})`;
  const until = sql`toDate(${bind(filter.until, 'Date')})`;
  return {
    name: 'bucket-sums',
    row: sumsOfBucket(sums),
    answeredBy,
    sql: sql`
      SELECT at, toUInt8(${isCovered(by, delivered)}) AS covered,
             ${list(sums.map((id) => sql`total_${sumColumn(id)} AS ${sumColumn(id)}`))}
      FROM (
        SELECT ${bucketOf(by, sql`day`)} AS at, ${list(sums.map((id) => sql`sum(${sumColumn(id)}) AS total_${sumColumn(id)}`))}
        FROM (${relation})
        GROUP BY at
        ORDER BY at WITH FILL FROM ${bucketOf(by, from)} TO ${until} STEP ${bucketStep(by)})`,
  };
}
