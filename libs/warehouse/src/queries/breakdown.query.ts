import {
  type ComplaintFilter,
  type Dimension,
  type IsoDay,
  type MeasureId,
  type Translation,
  measures,
} from '@tocsin/contracts';
import { z } from 'zod';
import type { CoveredDays } from '../facts/coverage.ts';
import { aggregateOf, anything, sizeOf } from '../facts/aggregate.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import { type Period, within } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

export interface BreakdownQuestion {
  readonly measure: MeasureId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly by: Dimension;
  readonly level?: number | undefined;
  readonly limit: number;
  readonly today: IsoDay;
  /** From `coverage`. */
  readonly covered: CoveredDays;
  /** From `comparisonPeriods`. */
  readonly comparisons: { readonly yearBefore: Period; readonly periodBefore: Period };
  readonly translation?: Translation | undefined;
}

const BreakdownRow = z.object({
  code: z.string(),
  value: z.number().nullable(),
  cases: z.number(),
  yearBefore: z.number().nullable(),
  periodBefore: z.number().nullable(),
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;

/**
 * A measure by the values of one dimension, beside two other periods, the largest first. A value that only another period had
 * is there with 0, and one with cases whose exposure is not known with null. A period that began before the first day of data
 * is null: it would compare a part. `cases` is how many the value is made of: the denominator of a ratio, otherwise the cases
 * counted.
 */
export function breakdown(question: BreakdownQuestion): Query<BreakdownRow> {
  const { measure, filter, by, level, limit, comparisons, covered } = question;
  const { yearBefore, periodBefore } = comparisons;
  const { relation, answeredBy } = measureFacts({
    ...question,
    split: { dimension: by, level },
    periods: [filter, yearBefore, periodBefore],
  });
  const value = (period: Period): Sql => aggregateOf(measures[measure], within(sql`day`, period));
  const compared = (period: Period): Sql =>
    covered.firstDay !== null && period.from >= covered.firstDay ? value(period) : sql`CAST(NULL, 'Nullable(Float64)')`;
  return {
    name: 'breakdown',
    row: BreakdownRow,
    answeredBy,
    sql: sql`
      SELECT split AS code,
             ${value(filter)} AS value,
             toFloat64(${sizeOf(measures[measure], within(sql`day`, filter))}) AS cases,
             ${compared(yearBefore)} AS yearBefore,
             ${compared(periodBefore)} AS periodBefore
      FROM (${relation})
      GROUP BY code
      HAVING ${anything(measures[measure])}
      ORDER BY value DESC NULLS LAST, code
      LIMIT ${bind(limit, 'UInt32')}`,
  };
}
