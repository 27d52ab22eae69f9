import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay, Translation } from '@tocsin/contracts';
import { type Scope, type Warehouse, exposureOfParts, wholeCompany } from '@tocsin/warehouse';
import { inDigits } from '../rule-signals.ts';
import { splitOver } from './scan-places.ts';
import type { ScanQuestion } from './scan-question.ts';

/** The business of so many days before the end says what share of cases each place should have. */
export const EXPOSURE_DAYS = 365;

/**
 * Premium or policies of each place over the last year of which they are known; undefined where history is asked for. In as
 * many digits as do not depend on the order in which they were added up: where places are alike, the last bit decides
 * between scores that are the same.
 */
export async function exposureOver(
  warehouse: Warehouse,
  { over, offset: figure, basis, where, periods }: ScanQuestion,
  {
    translation,
    today,
    scope = wholeCompany,
  }: { readonly translation: Translation; readonly today: IsoDay; readonly scope?: Scope },
): Promise<ReadonlyMap<string, number> | undefined> {
  if (figure === 'expected') return undefined;
  const until = periods.at(-1)?.until ?? today;
  const period = { from: addCalendarDays(until, -EXPOSURE_DAYS), until };
  const filter = { ...where, basis };
  const asked = { ...period, figure, filter, split: splitOver[over], scope, translation };
  const rows = await warehouse.rows(exposureOfParts(asked));
  return new Map(rows.map(({ code, amount }) => [code, inDigits(amount)]));
}
