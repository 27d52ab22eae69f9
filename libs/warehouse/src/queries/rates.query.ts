import { type IsoDay, type MeasureId, type Translation, measures } from '@tocsin/contracts';
import { z } from 'zod';
import { measureFacts, measureValue } from '../facts/measure-facts.ts';
import { perPeriod } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Rate = z.object({
  period: z.number(),
  value: z.number().nullable(),
  denominatorUntil: z.iso.date().nullable(),
});
export type Rate = { period: number; value: number | null; denominatorUntil: IsoDay | null };

/**
 * A ratio for each of the periods, over the months whose denominator is known: null without one. `denominatorUntil` is
 * the first day of the last such month; `period` is the index in `periods`.
 */
export function rates(question: {
  readonly measure: MeasureId;
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly periods: readonly Period[];
  readonly translation?: Translation | undefined;
}): Query<Rate> {
  const measure = measures[question.measure];
  const { relation, answeredBy } = measureFacts(question);
  const byDay = sql`SELECT day, sum(num) AS day_num, sum(den) AS day_den FROM (${relation}) GROUP BY day`;
  const columns = sql`sum(day_num) AS num, sum(day_den) AS den, maxIf(day, day_den > 0) AS last_day`;
  return {
    name: 'rates',
    row: Rate,
    answeredBy,
    sql: sql`
      SELECT period, ${measureValue(measure, sql`num`, sql`den`)} AS value,
             if(den > 0, toStartOfMonth(last_day), NULL) AS denominatorUntil
      FROM (${perPeriod(byDay, question.periods, columns)})
      ORDER BY period`,
  };
}
