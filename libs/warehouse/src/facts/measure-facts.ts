import {
  type Dimension,
  type IsoDay,
  type MeasureId,
  type RateMeasure,
  type SumId,
  type Translation,
  clockOf,
  exposureIds,
  measures,
} from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';
import { sumColumn } from './columns.ts';
import { exposureMonths, exposurePerDay, isExposureKnown } from './exposure-facts.ts';
import { facts } from './facts.ts';
import { type Period, endedBy } from './period.ts';
import type { Scope } from './scope.ts';
import type { SliceFilter } from './slice-filter.ts';
import { spanFacts } from './span-facts.ts';
import { type Split, splitCode } from './split.ts';
import { workFacts } from './work-facts.ts';

export interface MeasureQuestion {
  readonly measure: MeasureId;
  readonly filter: SliceFilter;
  readonly scope: Scope;
  /** One value a row, or two: `split` and `across`. */
  readonly split?: Split | undefined;
  readonly across?: Split | undefined;
  readonly periods: readonly Period[];
  /** What is told by the day due counts up to the day before this one. */
  readonly today: IsoDay;
  readonly translation?: Translation | undefined;
}

export interface MeasureFacts {
  /**
   * A relation `day, split, across, num, den`, any number of rows each; `aggregateOf` makes the measure of it. For
   * quantiles `num` is a number of days and `den` how many cases took so long; `den` is 0 where a measure has none.
   */
  readonly relation: Sql;
  readonly answeredBy: string;
}

/** Numerators and denominators of a measure by day and split values. */
export function measureFacts(asked: MeasureQuestion): MeasureFacts {
  const measure = measures[asked.measure];
  const periods = clockOf(measure) === 'due' ? endedBy(asked.periods, asked.today) : asked.periods;
  const question = { ...asked, periods, filter: { ...asked.filter, basis: measure.basis ?? asked.filter.basis } };
  switch (measure.kind) {
    case 'sum':
      return sumFacts(question, [measure.numerator], sql`toUInt64(0)`);
    case 'ratio':
      return sumFacts(question, [measure.numerator, measure.denominator], sumColumn(measure.denominator));
    case 'rate':
      return rateFacts(question, measure);
    case 'works':
      return { answeredBy: 'reference_row', relation: workFacts({ ...question, measure }, codes(question)) };
    case 'quantile': {
      const { relation, answeredBy } = spanFacts({ ...question, span: measure.span, dimensions: splitsOf(question) });
      return {
        answeredBy,
        relation: sql`SELECT day, ${codes(question)}, days AS num, cases AS den FROM (${relation})`,
      };
    }
  }
}

function sumFacts(question: MeasureQuestion, sums: readonly [SumId, ...SumId[]], den: Sql): MeasureFacts {
  const { filter, scope, periods, translation } = question;
  const { relation, answeredBy } = facts({
    ...{ filter, scope, periods, sums, translation },
    dimensions: splitsOf(question),
  });
  return {
    answeredBy,
    relation: sql`
      SELECT day, ${codes(question)}, ${sumColumn(sums[0])} AS num, ${den} AS den
      FROM (${relation})`,
  };
}

/**
 * Cases over exposure. Only months whose exposure is known count, in both parts, and of each part of a split its own. A
 * month's exposure is spread evenly over its days, so that weeks and half months get their share. A part with cases whose
 * exposure is not known is there with 0 over 0: no rate, rather than the rate of another.
 */
function rateFacts(question: MeasureQuestion, { numerator, denominator }: RateMeasure): MeasureFacts {
  const { filter, scope, periods, translation } = question;
  const cases = facts({
    ...{ filter, scope, periods, translation },
    sums: [numerator],
    dimensions: splitsOf(question),
  });
  const column = sql`${identifier(denominator, exposureIds)}`;
  const splits = [question.split, question.across].filter((split) => split !== undefined);
  const exposed = { filter, scope, splits, periods, translation };
  const known = exposureMonths(exposed, column, codes(question));
  return {
    answeredBy: cases.answeredBy,
    relation: sql`
      SELECT day, split, across, if((toStartOfMonth(day), split, across) IN (${known}), cases, 0) AS num, toFloat64(0) AS den
      FROM (SELECT day, ${codes(question)}, toFloat64(${sumColumn(numerator)}) AS cases FROM (${cases.relation}))
      WHERE cases > 0${isExposureKnown(exposed) ? emptySql : sql` AND 0`}
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS num, den
      FROM (${exposurePerDay(exposed, column, codes(question))})`,
  };
}

const splitsOf = ({ split, across }: MeasureQuestion): Dimension[] => [
  ...new Set([split, across].flatMap((one) => (one === undefined ? [] : [one.dimension]))),
];

const codes = ({ split, across }: MeasureQuestion): Sql => sql`${code(split)} AS split, ${code(across)} AS across`;
const code = (split: Split | undefined): Sql => (split === undefined ? sql`''` : sql`toString(${splitCode(split)})`);
