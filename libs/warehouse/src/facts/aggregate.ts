import type { Measure, QuantileMeasure } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * A measure as an aggregate over rows of its `MeasureFacts`, those for which `only` holds: null where there is nothing to
 * divide by or no case to take a quantile of; a sum is 0 without rows.
 */
export function aggregateOf(measure: Measure, only: Sql = sql`1`): Sql {
  const num = sql`sumIf(num, ${only})`;
  const den = sql`sumIf(den, ${only})`;
  switch (measure.kind) {
    case 'sum':
      return measure.scale === undefined ? sql`toFloat64(${num})` : sql`${num} * ${bind(measure.scale, 'Float64')}`;
    case 'ratio':
    case 'rate':
      return quotient(measure, num, den);
    case 'works':
      return sql`if(${den} = 0 OR isNaN(${num}), NULL, toFloat64(${num}))`;
    case 'quantile':
      return sql`if(${den} = 0, NULL, toFloat64(quantileExactWeightedIf(${shareOf(measure)})(num, den, ${only})))`;
  }
}

/** One sum over another, null over 0. */
export const quotient = ({ scale }: { readonly scale: number }, num: Sql, den: Sql): Sql =>
  sql`${num} * ${bind(scale, 'Float64')} / nullIf(${den}, 0)`;

/** A parameter of an aggregate must stand in the text itself. */
const shareOf = ({ share }: QuantileMeasure): Sql => (share === 0.9 ? sql`0.9` : sql`0.5`);

/** How many cases a figure is made of: what is divided by, or what is counted. The largest parts of a split are kept. */
export function sizeOf(measure: Measure, only: Sql = sql`1`): Sql {
  if (measure.kind === 'quantile' || measure.kind === 'ratio') return sql`sumIf(den, ${only})`;
  return measure.kind === 'works' ? sql`ifNotFinite(sumIf(num, ${only}), 0)` : sql`sumIf(num, ${only})`;
}

/**
 * Whether there is anything at all: a branch of which nothing was closed in time is there with 0 %. Facts of a rate have a
 * part only where it has cases or exposure; one without a rate says so by being there.
 */
export const anything = ({ kind }: Measure): Sql => (kind === 'rate' ? sql`1` : sql`sum(num) > 0 OR sum(den) > 0`);

/** The same facts with at most one row a day and split, so that what comes after has little to read. */
export const perDay = (measure: Measure, relation: Sql): Sql =>
  measure.kind === 'quantile'
    ? sql`SELECT day, split, across, num, sum(den) AS den FROM (${relation}) GROUP BY day, split, across, num`
    : sql`SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (${relation}) GROUP BY day, split, across`;
