import { type IsoDay, type MeasureId, measures } from '@tocsin/contracts';
import { z } from 'zod';
import { measureFacts, measureValue } from '../facts/measure-facts.ts';
import { perPeriod } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

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
}): Query<Rate> {
  const measure = measures[question.measure];
  const { relation, answeredBy } = measureFacts(question);
  const columns = [
    { name: sql`num`, over: (inside: Sql) => sql`sumIf(num, ${inside})` },
    { name: sql`den`, over: (inside: Sql) => sql`sumIf(den, ${inside})` },
    { name: sql`last_day`, over: (inside: Sql) => sql`maxIf(day, den > 0 AND ${inside})` },
  ];
  return {
    name: 'rates',
    row: Rate,
    answeredBy,
    sql: sql`
      SELECT period, ${measureValue(measure, sql`num`, sql`den`)} AS value,
             if(den > 0, toStartOfMonth(last_day), NULL) AS denominatorUntil
      FROM (${perPeriod(relation, question.periods, columns)})
      ORDER BY period`,
  };
}
