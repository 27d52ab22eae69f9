import { addCalendarDays, monthStart } from '@tocsin/calendar';
import type { IsoDay, Translation } from '@tocsin/contracts';
import { type Scope, type Warehouse, ratesBySlice, wholeCompany } from '@tocsin/warehouse';
import { splitOver } from './scan-places.ts';
import type { ScanQuestion } from './scan-question.ts';

/** The business of so many days before the end says what share of cases each place should have. */
const DAYS = 365;

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
  const rows = await warehouse.rows(
    ratesBySlice({
      measure: offset === 'premium' ? 'per_100m_premium' : 'per_10k_policies',
      ...{ filter: { ...where, basis }, split: [splitOver[over]], scope, translation },
      ...{ from: monthStart(addCalendarDays(until, -DAYS)), until },
    }),
  );
  return new Map(
    rows.flatMap(({ codes: [code = ''], exposure }) => {
      const known = exposure.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
      return code !== '' && known > 0 ? [[code, known] as const] : [];
    }),
  );
}
