import { bucketPlus } from '@tocsin/calendar';
import type { IsoDay, KnownIncident } from '@tocsin/contracts';
import {
  type AlertVerdictRecord,
  type WarningReach,
  type Warehouse,
  alertVerdicts,
  confirmedWarnings,
  newestIncidents,
} from '@tocsin/warehouse';

/** What is known to have happened as of now: by the newest file, then by verdicts. */
export async function knownIncidents(warehouse: Warehouse): Promise<KnownIncident[]> {
  const [given, verdicts, reached] = await Promise.all([
    warehouse.maybeOne(newestIncidents()),
    warehouse.rows(alertVerdicts()),
    warehouse.rows(confirmedWarnings()),
  ]);
  return [...(given?.incidents ?? []), ...judgedIncidents(verdicts, reached)];
}

/**
 * What people's verdicts on warnings make known: of each warning the last verdict counts, and its incidents last as long as
 * the warning has gone on by now, whenever it was judged.
 *
 * Shape   `verdicts` the oldest first; `reached` each warning's oldest first, up to the moment that is asked about.
 * Edge    an incident that ends on no day on which its warning ever ended has dates of its own, and keeps them; so does one
 *         whose warning reaches less far than it did when it was judged.
 */
export function judgedIncidents(
  verdicts: readonly AlertVerdictRecord[],
  reached: readonly WarningReach[],
): KnownIncident[] {
  const ends = new Map<string, IsoDay[]>();
  for (const { alertId, lastBucket, grain } of reached)
    ends.set(alertId, [...(ends.get(alertId) ?? []), bucketPlus(lastBucket, 1, grain)]);
  const last = new Map(verdicts.map((verdict) => [verdict.alertId, verdict.incidents]));
  return [...last].flatMap(([alertId, incidents]) =>
    incidents.map((incident) => prolonged(incident, ends.get(alertId) ?? [])),
  );
}

/** `ends`: the day after the latest bucket of its warning, as it was after each of the warning's events. */
function prolonged(incident: KnownIncident, ends: readonly IsoDay[]): KnownIncident {
  const until = ends.at(-1);
  return until !== undefined && until > incident.until && ends.includes(incident.until)
    ? { ...incident, until }
    : incident;
}
