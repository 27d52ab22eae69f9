import type { HolidayTable, RuleVersions } from '@tocsin/calendar';
import { deadlineRulesOf, holidaysOf } from '@tocsin/ingestion';
import { type Warehouse, referenceRows } from '@tocsin/warehouse';

/** The rules on time and the holidays by which due days are counted now. */
export async function deadlineRules(
  warehouse: Warehouse,
): Promise<{ readonly deadlineRules: RuleVersions; readonly holidays: HolidayTable }> {
  const rowsOf = async (table: string) => (await warehouse.rows(referenceRows({ table }))).map(({ cells }) => cells);
  const [rules, calendar] = await Promise.all([rowsOf('deadline_rule'), rowsOf('calendar')]);
  return { deadlineRules: deadlineRulesOf(rules), holidays: holidaysOf(calendar) };
}
