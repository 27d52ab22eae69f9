import { bucketPlus } from '@tocsin/calendar';
import { type IsoDay, type KnownIncident, type Slice, treeDimensions } from '@tocsin/contracts';
import type { AlertEventRecord } from '@tocsin/warehouse';

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
    .map((incident) => ({ incident, shared: sharedCodes(incident.slice, slice) }))
    .filter(({ shared }) => shared !== undefined)
    .sort((one, other) => (other.shared ?? 0) - (one.shared ?? 0))[0]?.incident;
}

/** How many dimensions both name, with codes of one line of descent; undefined where they are not about the same. */
function sharedCodes(one: Slice, other: Slice): number | undefined {
  const names = Object.keys(one) as (keyof Slice)[];
  if (names.length === 0 || Object.keys(other).length === 0) return 0;
  const both = names.filter((name) => other[name] !== undefined);
  const agree = both.every((name) => isSame(name, one[name] ?? '', other[name] ?? ''));
  return agree && both.length > 0 ? both.length : undefined;
}

const isSame = (dimension: keyof Slice, one: string, other: string): boolean =>
  one === other || (treeDimensions.includes(dimension) && (one.startsWith(`${other}.`) || other.startsWith(`${one}.`)));
