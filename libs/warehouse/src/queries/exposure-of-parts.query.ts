import type { ExposureId, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { exposureColumn, exposurePerDay } from '../facts/exposure-facts.ts';
import type { Period } from '../facts/period.ts';
import type { Scope } from '../facts/scope.ts';
import type { SliceFilter } from '../facts/slice-filter.ts';
import { type Split, splitCode } from '../facts/split.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ExposureOfPart = z.object({ code: z.string(), amount: z.number() });
export type ExposureOfPart = z.output<typeof ExposureOfPart>;

/**
 * The business of each part within a period, a month's figure spread evenly over its days; parts of which none is known are
 * left out, and so is what is known of no part. Nothing at all where exposure is not known by such a cut.
 */
export function exposureOfParts(
  question: Period & {
    readonly figure: ExposureId;
    readonly filter: SliceFilter;
    readonly split: Split;
    readonly scope: Scope;
    readonly translation?: Translation | undefined;
  },
): Query<ExposureOfPart> {
  const { from, until, figure, split, ...asked } = question;
  const exposed = { ...asked, splits: [split], periods: [{ from, until }] };
  const codes = sql`toString(${splitCode(split)}) AS split, '' AS across`;
  return {
    name: 'exposure-of-parts',
    row: ExposureOfPart,
    sql: sql`
      SELECT split AS code, sum(${exposureColumn(figure)}) AS amount
      FROM (${exposurePerDay(exposed, [figure], codes)})
      WHERE code != ''
      GROUP BY code
      HAVING amount > 0
      ORDER BY code`,
  };
}
