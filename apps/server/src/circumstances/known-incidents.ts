import type { KnownIncident } from '@tocsin/contracts';
import { type AlertVerdictRecord, type Warehouse, alertVerdicts, newestIncidents } from '@tocsin/warehouse';

/** What is known to have happened as of now: by the newest file, then by verdicts. */
export async function knownIncidents(warehouse: Warehouse): Promise<KnownIncident[]> {
  const [given, verdicts] = await Promise.all([warehouse.maybeOne(newestIncidents()), warehouse.rows(alertVerdicts())]);
  return [...(given?.incidents ?? []), ...judgedIncidents(verdicts)];
}

/** What people's verdicts on warnings make known, the oldest first: of each warning the last one counts. */
export const judgedIncidents = (verdicts: readonly AlertVerdictRecord[]): KnownIncident[] =>
  [...new Map(verdicts.map(({ alertId, incidents }) => [alertId, incidents])).values()].flat();
