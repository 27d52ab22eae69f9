import { type IsoDay, type MeasureId, type Translation, measures } from '@tocsin/contracts';
import { z } from 'zod';
import { aggregateOf, perDay } from '../facts/aggregate.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import { perPeriod } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const FigureOfPeriod = z.object({
  period: z.number(),
  value: z.number().nullable(),
  denominatorUntil: z.iso.date().nullable(),
});
export type FigureOfPeriod = { period: number; value: number | null; denominatorUntil: IsoDay | null };

/**
 * Any measure for each of the periods; `period` is the index in `periods`. A rate counts the months whose denominator is
 * known and is null without one; `denominatorUntil` is the first day of the last such month.
 */
export function figuresByPeriod(question: {
  readonly measure: MeasureId;
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly periods: readonly Period[];
  readonly today: IsoDay;
  readonly translation?: Translation | undefined;
}): Query<FigureOfPeriod> {
  const measure = measures[question.measure];
  const { relation, answeredBy } = measureFacts(question);
  const columns = sql`${aggregateOf(measure)} AS value, maxIf(day, den > 0) AS last_day`;
  const until = measure.kind === 'rate' ? sql`if(value IS NULL, NULL, toStartOfMonth(last_day))` : sql`NULL`;
  return {
    name: 'figures-by-period',
    row: FigureOfPeriod,
    answeredBy,
    sql: sql`
      SELECT period, value, ${until} AS denominatorUntil
      FROM (${perPeriod(perDay(measure, relation), question.periods, columns)})
      ORDER BY period`,
  };
}
