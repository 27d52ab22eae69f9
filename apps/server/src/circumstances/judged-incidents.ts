import type { KnownIncident } from '@tocsin/contracts';
import type { AlertVerdictRecord } from '@tocsin/warehouse';

/** What people's verdicts on warnings make known, the oldest first: of each warning the last one counts. */
export const judgedIncidents = (verdicts: readonly AlertVerdictRecord[]): KnownIncident[] =>
  [...new Map(verdicts.map(({ alertId, incidents }) => [alertId, incidents])).values()].flat();
