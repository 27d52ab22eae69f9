import { addCalendarDays } from '@tocsin/calendar';
import { ComplaintFilter, type IsoDay, type Translation } from '@tocsin/contracts';
import { type Scope, type Warehouse, breakdown, wholeCompany } from '@tocsin/warehouse';
import { splitOver } from './scan-places.ts';
import type { ScanQuestion } from './scan-question.ts';

/** The business of so many days before the end says what share of cases each place should have. */
const DAYS = 365;
const EVERY_VALUE = 100_000;
/** A day that no data cover: nothing is compared. */
const NOWHERE = { from: '1971-01-01', until: '1971-01-02' } as const;

/** Premium or policies of each place over the last year of which they are known; undefined where history is asked for. */
export async function exposureOver(
  warehouse: Warehouse,
  { over, offset, basis, where, periods }: ScanQuestion,
  {
    translation,
    today,
    scope = wholeCompany,
  }: { readonly translation: Translation; readonly today: IsoDay; readonly scope?: Scope },
): Promise<ReadonlyMap<string, number> | undefined> {
  if (offset === 'expected') return undefined;
  const until = periods.at(-1)?.until ?? today;
  const { dimension: by, level } = splitOver[over];
  const rows = await warehouse.rows(
    breakdown({
      measure: offset === 'premium' ? 'per_100m_premium' : 'per_10k_policies',
      filter: ComplaintFilter.parse({ ...where, basis, from: addCalendarDays(until, -DAYS), until }),
      ...{ by, level, scope, today, translation, limit: EVERY_VALUE },
      comparisons: { yearBefore: NOWHERE, periodBefore: NOWHERE },
    }),
  );
  // Of a rate, `cases` is its denominator.
  return new Map(rows.flatMap(({ code, cases }) => (code !== '' && cases > 0 ? [[code, cases] as const] : [])));
}
