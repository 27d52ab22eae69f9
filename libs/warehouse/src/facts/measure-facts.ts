import {
  type IsoDay,
  type MeasureId,
  type RateMeasure,
  type SumId,
  type Translation,
  clockOf,
  measures,
} from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';
import { sumColumn } from './columns.ts';
import { exposureColumn } from './exposure-facts.ts';
import { facts } from './facts.ts';
import { type Period, endedBy } from './period.ts';
import { rateFacts } from './rate-facts.ts';
import type { Scope } from './scope.ts';
import type { SliceFilter } from './slice-filter.ts';
import { spanFacts } from './span-facts.ts';
import { type Splits, splitCodes, splitDimensions } from './split.ts';
import { workFacts } from './work-facts.ts';

export interface MeasureQuestion extends Splits {
  readonly measure: MeasureId;
  readonly filter: SliceFilter;
  readonly scope: Scope;
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
      return rateParts(question, measure);
    case 'works':
      return { answeredBy: 'reference_row', relation: workFacts({ ...question, measure }, splitCodes(question)) };
    case 'quantile': {
      const { relation, answeredBy } = spanFacts({
        ...question,
        span: measure.span,
        dimensions: splitDimensions(question),
      });
      return {
        answeredBy,
        relation: sql`SELECT day, ${splitCodes(question)}, days AS num, cases AS den FROM (${relation})`,
      };
    }
  }
}

function sumFacts(question: MeasureQuestion, sums: readonly [SumId, ...SumId[]], den: Sql): MeasureFacts {
  const { filter, scope, periods, translation } = question;
  return facts(
    { filter, scope, periods, sums, translation, dimensions: splitDimensions(question) },
    sql`day, ${splitCodes(question)}, ${sumColumn(sums[0])} AS num, ${den} AS den`,
  );
}

/** Cases over exposure, 0 over 0 where that is not known. */
function rateParts(question: MeasureQuestion, rate: RateMeasure): MeasureFacts {
  const { relation, answeredBy } = rateFacts(question, [rate]);
  const exposure = exposureColumn(rate.denominator);
  return {
    answeredBy,
    relation: sql`
      SELECT day, split, across, if(${exposure} IS NULL, 0, cases) AS num, ifNull(${exposure}, 0) AS den
      FROM (${relation})`,
  };
}
