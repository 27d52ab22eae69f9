import {
  type ExposureId,
  type Measure,
  type MeasureId,
  type SumId,
  type Translation,
  exposureIds,
  measures,
} from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { sumColumn } from './columns.ts';
import { exposureMonths, exposurePerDay } from './exposure-facts.ts';
import { facts } from './facts.ts';
import type { Period } from './period.ts';
import type { Scope } from './scope.ts';
import type { SliceFilter } from './slice-filter.ts';
import { type Split, splitCode } from './split.ts';

export interface MeasureQuestion {
  readonly measure: MeasureId;
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly split?: Split | undefined;
  readonly periods: readonly Period[];
  readonly translation?: Translation | undefined;
}

export interface MeasureFacts {
  /** A relation `day, split, num, den`; `den` is 0 where the measure has none. Both are still to be summed. */
  readonly relation: Sql;
  readonly answeredBy: string;
}

const isExposure = (id: SumId | ExposureId): id is ExposureId => (exposureIds as readonly string[]).includes(id);

/** Numerators and denominators of a measure by day and split value. */
export function measureFacts(asked: MeasureQuestion): MeasureFacts {
  const measure = measures[asked.measure];
  const question = { ...asked, filter: { ...asked.filter, basis: measure.basis ?? asked.filter.basis } };
  const { denominator } = measure;
  if (denominator === undefined) return sumFacts(question, [measure.numerator], sql`toUInt64(0)`);
  if (!isExposure(denominator)) return sumFacts(question, [measure.numerator, denominator], sumColumn(denominator));
  return rateFacts(question, measure.numerator, denominator);
}

function sumFacts(
  { filter, scope, split, periods, translation }: MeasureQuestion,
  sums: readonly [SumId, ...SumId[]],
  den: Sql,
): MeasureFacts {
  const { relation, answeredBy } = facts({
    ...{ filter, scope, periods, sums, translation },
    dimensions: split ? [split.dimension] : [],
  });
  return {
    answeredBy,
    relation: sql`
      SELECT day, ${code(split)} AS split, ${sumColumn(sums[0])} AS num, ${den} AS den
      FROM (${relation})`,
  };
}

/**
 * Cases over exposure. Only months whose exposure is known count, in both parts. A month's exposure is spread evenly
 * over its days, so that weeks and half months get their share.
 */
function rateFacts(question: MeasureQuestion, numerator: SumId, exposure: ExposureId): MeasureFacts {
  const { filter, scope, split, periods, translation } = question;
  const cases = facts({
    ...{ filter, scope, periods, translation },
    sums: [numerator],
    dimensions: split ? [split.dimension] : [],
  });
  const column = sql`${identifier(exposure, exposureIds)}`;
  return {
    answeredBy: cases.answeredBy,
    relation: sql`
      SELECT day, toString(${code(split)}) AS split, toFloat64(${sumColumn(numerator)}) AS num, toFloat64(0) AS den
      FROM (${cases.relation})
      WHERE toStartOfMonth(day) IN (${exposureMonths(question, column)})
      UNION ALL
      SELECT day, split, toFloat64(0) AS num, den
      FROM (${exposurePerDay(question, column, code(split))})`,
  };
}

const code = (split: Split | undefined): Sql => (split === undefined ? sql`''` : splitCode(split));

/** The measure from `num` and `den`, already summed: null where there is nothing to divide by. */
export const measureValue = ({ scale }: Measure, num: Sql, den: Sql): Sql =>
  scale === undefined ? sql`toFloat64(${num})` : sql`${num} * ${bind(scale, 'Float64')} / nullIf(${den}, 0)`;
