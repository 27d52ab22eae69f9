import { bucketPlus } from '@tocsin/calendar';
import type { IsoDay, KnownIncident, Slice } from '@tocsin/contracts';
import type { AlertEventRecord } from '@tocsin/warehouse';
import { sharedDimensions } from '../circumstances/same-part.ts';

/**
 * The incident that a warning belongs to: one of its time that is about the same. No code may contradict, and unless
 * either is about the whole company they share a dimension; of several the one that shares most, then the first.
 */
export function incidentOf(
  { firstBucket, lastBucket, grain, slice }: Pick<AlertEventRecord, 'firstBucket' | 'lastBucket' | 'grain' | 'slice'>,
  incidents: readonly KnownIncident[],
): KnownIncident | undefined {
  const ended: IsoDay = bucketPlus(lastBucket, 1, grain);
  return incidents
    .filter(({ from, until }) => firstBucket < until && ended > from)
    .map((incident) => ({ incident, shared: met(incident.slice, slice) }))
    .filter(({ shared }) => shared !== undefined)
    .sort((one, other) => (other.shared ?? 0) - (one.shared ?? 0))[0]?.incident;
}

/** What is of the whole company meets anything. */
const met = (one: Slice, other: Slice): number | undefined =>
  Object.keys(one).length === 0 || Object.keys(other).length === 0 ? 0 : sharedDimensions(one, other);
