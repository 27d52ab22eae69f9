import { type IsoDay, type MeasureId, type Translation, measures } from '@tocsin/contracts';
import { z } from 'zod';
import { aggregateOf, perDay, quotient } from '../facts/aggregate.ts';
import { list } from '../facts/columns.ts';
import { exposureColumn } from '../facts/exposure-facts.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import { perPeriod } from '../facts/per-period.ts';
import type { Period } from '../facts/period.ts';
import { type RatesOfCases, rateFacts, ratesOfCases } from '../facts/rate-facts.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

const FiguresOfPeriod = z.object({
  period: z.number(),
  values: z.array(z.number().nullable()),
  denominatorsUntil: z.array(z.iso.date().nullable()),
});
export type FiguresOfPeriod = { period: number; values: (number | null)[]; denominatorsUntil: (IsoDay | null)[] };

interface FiguresQuestion {
  /** One of any kind, or several rates of the same cases; `askedTogether` puts any list into such groups. */
  readonly measures: readonly [MeasureId, ...MeasureId[]];
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly periods: readonly Period[];
  readonly today: IsoDay;
  readonly translation?: Translation | undefined;
}

/** What is worked out of the days of a period for one measure. */
interface Figure {
  /** Ends the names of its columns. */
  readonly name: Sql;
  readonly value: Sql;
  /** The last day whose denominator is known; NULL where denominators do not come by month. */
  readonly lastDay: Sql;
}

/**
 * Measures for each of the periods; `period` is the index in `periods`, and the lists have an entry a measure, in their order.
 * A rate counts the months whose denominator is known and is null without one; `denominatorsUntil` says the first day of the
 * last such month.
 */
export function figuresByPeriod(question: FiguresQuestion): Query<FiguresOfPeriod> {
  const rates = ratesOfCases(question.measures);
  const { days, figures, answeredBy } =
    rates === undefined ? ofMeasure(question, question.measures[0]) : ofRates(question, rates);
  const columns = figures.map(({ name, value, lastDay }) => sql`${value} AS value_${name}, ${lastDay} AS last_${name}`);
  const until = ({ name }: Figure): Sql => sql`if(value_${name} IS NULL, NULL, toStartOfMonth(last_${name}))`;
  return {
    name: 'figures-by-period',
    row: FiguresOfPeriod,
    answeredBy,
    sql: sql`
      SELECT period, [${list(figures.map(({ name }) => sql`value_${name}`))}] AS values,
             [${list(figures.map(until))}] AS denominatorsUntil
      FROM (${perPeriod(days, question.periods, list(columns))})
      ORDER BY period`,
  };
}

function ofMeasure(question: FiguresQuestion, id: MeasureId) {
  const measure = measures[id];
  const { relation, answeredBy } = measureFacts({ ...question, measure: id });
  const figure: Figure = { name: sql`figure`, value: aggregateOf(measure), lastDay: sql`CAST(NULL, 'Nullable(Date)')` };
  return { days: perDay(measure, relation), figures: [figure], answeredBy };
}

function ofRates(question: FiguresQuestion, rates: RatesOfCases) {
  const { relation, answeredBy } = rateFacts(question, rates);
  const figures = rates.map((rate): Figure => {
    const exposure = exposureColumn(rate.denominator);
    const counted = sql`sumIf(cases, ${exposure} IS NOT NULL)`;
    return {
      name: exposure,
      value: quotient(rate, counted, sql`sum(${exposure})`),
      lastDay: sql`maxIf(day, ${exposure} > 0)`,
    };
  });
  return { days: relation, figures, answeredBy };
}
