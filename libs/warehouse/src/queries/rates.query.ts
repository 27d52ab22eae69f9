import { type IsoDay, type MeasureId, measures } from '@tocsin/contracts';
import { z } from 'zod';
import { measureFacts, measureValue } from '../facts/measure-facts.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { joinSql, sql } from '../sql/sql.ts';

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
  const perPeriod = question.periods.map((period, index) => {
    const { relation } = measureFacts({ ...question, periods: [period] });
    return sql`
      SELECT toUInt8(${bind(index, 'UInt8')}) AS period,
             ${measureValue(measure, sql`sum(num)`, sql`sum(den)`)} AS value,
             if(countIf(den > 0) = 0, NULL, toStartOfMonth(maxIf(day, den > 0))) AS denominatorUntil
      FROM (${relation})`;
  });
  return {
    name: 'rates',
    row: Rate,
    answeredBy: measureFacts(question).answeredBy,
    sql: sql`
      SELECT period, value, denominatorUntil
      FROM (${joinSql(perPeriod, '\nUNION ALL\n')})
      ORDER BY period`,
  };
}
