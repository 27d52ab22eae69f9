import { type IsoDay, type RateId, type Translation, rates } from '@tocsin/contracts';
import { z } from 'zod';
import { list, sumColumn } from '../facts/columns.ts';
import { exposureColumn, exposureRows, isExposureKnown } from '../facts/exposure-facts.ts';
import { facts } from '../facts/facts.ts';
import { within } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { type Split, splitCode } from '../facts/split.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export interface RatesQuestion {
  readonly measure: RateId;
  readonly filter: SliceFilter;
  readonly split: readonly Split[];
  /** Whole months, `from ≤ month < until`. */
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}

const RatesOfSlice = z.object({
  /** One code per entry of `split`, in its order. */
  codes: z.array(z.string()),
  /** First days of the months that have cases or exposure, ascending. */
  months: z.array(z.iso.date()),
  cases: z.array(z.number()),
  /** In the unit in which it is kept; null where the month's is not known. */
  exposure: z.array(z.number().nullable()),
});
export type RatesOfSlice = z.infer<typeof RatesOfSlice>;

/**
 * What a published rate is made of, by slice and month: the cases above the line (on the rate's own basis, whatever the
 * filter says) and the exposure below it, one row a slice. The same facts as `figuresByPeriod`: over months whose exposure
 * is known, Σ cases × scale ÷ Σ exposure is its value. A split by anything that exposure is not known by has no exposure.
 */
export function ratesBySlice(question: RatesQuestion): Query<RatesOfSlice> {
  const { split, from, until, scope, translation } = question;
  const { numerator, denominator, basis } = rates[question.measure];
  const filter = { ...question.filter, basis };
  const splits = split.map(({ dimension }) => dimension);
  const cases = facts({
    filter,
    scope,
    translation,
    dimensions: splits,
    sums: [numerator],
    periods: [{ from, until }],
  });
  const exposed = { filter, scope, translation, splits: split, periods: [{ from, until }] };
  const codes = list(split.map((part) => sql`toString(${splitCode(part)})`));
  const known = isExposureKnown(exposed) ? codes : list(split.map(() => sql`''`));
  return {
    name: 'rates-by-slice',
    row: RatesOfSlice,
    answeredBy: cases.answeredBy,
    sql: sql`
      SELECT codes, arrayMap(part -> part.1, parts) AS months, arrayMap(part -> part.2, parts) AS cases,
             arrayMap(part -> part.3, parts) AS exposure
      FROM (
        SELECT codes, arraySort(groupArray((first_day, num, den))) AS parts
        FROM (
          SELECT codes, first_day, sum(num) AS num, sum(den) AS den
          FROM (
            SELECT CAST([${codes}], 'Array(String)') AS codes, toStartOfMonth(day) AS first_day,
                   toFloat64(${sumColumn(numerator)}) AS num, CAST(NULL, 'Nullable(Float64)') AS den
            FROM (${cases.relation})
            UNION ALL
            SELECT CAST([${known}], 'Array(String)') AS codes, month AS first_day, toFloat64(0) AS num,
                   toNullable(toFloat64(${exposureColumn(denominator)})) AS den
            FROM (SELECT * ${exposureRows(exposed, [denominator])})
            WHERE ${within(sql`month`, question)})
          GROUP BY codes, first_day
          HAVING num > 0 OR den IS NOT NULL)
        GROUP BY codes)
      ORDER BY codes`,
  };
}
