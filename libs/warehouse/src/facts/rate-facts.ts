import { type MeasureId, type RateMeasure, measures } from '@tocsin/contracts';
import { emptySql, sql } from '../sql/sql.ts';
import { list, sumColumn } from './columns.ts';
import { exposureColumn, exposurePerDay, isExposureKnown } from './exposure-facts.ts';
import { facts } from './facts.ts';
import type { MeasureFacts, MeasureQuestion } from './measure-facts.ts';
import { splitCodes, splitDimensions } from './split.ts';

/** Rates of the same cases: only what they are divided by differs. */
export type RatesOfCases = readonly [RateMeasure, ...RateMeasure[]];

const isSameCases = (one: RateMeasure, other: RateMeasure): boolean =>
  one.numerator === other.numerator && one.basis === other.basis;

/** The measures as rates of the same cases; undefined for one of another kind. Anything else does not go together. */
export function ratesOfCases(ids: readonly [MeasureId, ...MeasureId[]]): RatesOfCases | undefined {
  const [first, ...others] = ids.map((id) => measures[id]);
  if (first?.kind !== 'rate' && others.length === 0) return undefined;
  const rest = others.filter((one) => one.kind === 'rate');
  if (first?.kind !== 'rate' || rest.length < others.length || !rest.every((rate) => isSameCases(first, rate)))
    throw new RangeError(`${ids.join(', ')} are no rates of the same cases`);
  return [first, ...rest];
}

/** The measures in groups, each of which one question answers. */
export function askedTogether(ids: readonly MeasureId[]): [MeasureId, ...MeasureId[]][] {
  const groups: [MeasureId, ...MeasureId[]][] = [];
  for (const id of ids) {
    const measure = measures[id];
    const group = groups.find(([head]) => {
      const first = measures[head];
      return measure.kind === 'rate' && first.kind === 'rate' && isSameCases(first, measure);
    });
    if (group === undefined) groups.push([id]);
    else group.push(id);
  }
  return groups;
}

/**
 * A relation with one row a day and part: `day, split, across, cases`, and under its own name the exposure that each rate is
 * divided by. It is null where a part's exposure of that month is not known: then its cases do not count either. A month's
 * exposure is spread evenly over its days, so that weeks and half months get their share. A part with cases whose exposure is
 * not known is there all the same: no rate, rather than the rate of another.
 */
export function rateFacts(question: Omit<MeasureQuestion, 'measure'>, rates: RatesOfCases): MeasureFacts {
  const { scope, periods, translation } = question;
  const [{ basis, numerator, denominator }, ...others] = rates;
  const filter = { ...question.filter, basis: basis ?? question.filter.basis };
  const splits = [question.split, question.across].filter((split) => split !== undefined);
  const cases = facts({
    filter,
    scope,
    periods,
    translation,
    sums: [numerator],
    dimensions: splitDimensions(question),
  });
  const exposed = { filter, scope, splits, periods, translation };
  const ids = [denominator, ...others.map((rate) => rate.denominator)] as const;
  const columns = ids.map(exposureColumn);
  return {
    answeredBy: cases.answeredBy,
    relation: sql`
      SELECT day, split, across, sum(cases) AS cases, ${list(columns.map((figure) => sql`sum(${figure}) AS ${figure}`))}
      FROM (
        SELECT day, ${splitCodes(question)}, toFloat64(${sumColumn(numerator)}) AS cases,
               ${list(columns.map((figure) => sql`NULL AS ${figure}`))}
        FROM (${cases.relation})
        WHERE ${sumColumn(numerator)} > 0${isExposureKnown(exposed) ? emptySql : sql` AND 0`}
        UNION ALL
        SELECT day, split, across, toFloat64(0) AS cases, ${list(columns)}
        FROM (${exposurePerDay(exposed, ids, splitCodes(question))}))
      GROUP BY day, split, across`,
  };
}
