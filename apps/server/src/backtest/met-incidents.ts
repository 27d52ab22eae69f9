import { bucketPlus } from '@tocsin/calendar';
import {
  type Dimension,
  type IsoDay,
  type KnownIncident,
  type RuleKind,
  type Slice,
  reportingRegion,
} from '@tocsin/contracts';
import type { AlertEventRecord } from '@tocsin/warehouse';
import { sharedDimensions } from '../circumstances/same-part.ts';

type Warning = Pick<AlertEventRecord, 'firstBucket' | 'lastBucket' | 'grain' | 'slice' | 'contributors'>;

/**
 * The incidents that a warning belongs to: of each part of the company that it is about the one of its time that is about
 * the same. No code may contradict, and unless either is about the whole company they share a dimension; of several the one
 * that shares most, then the first.
 */
export function incidentsOf(warning: Warning, kind: RuleKind, incidents: readonly KnownIncident[]): KnownIncident[] {
  const { firstBucket, lastBucket, grain } = warning;
  const ended: IsoDay = bucketPlus(lastBucket, 1, grain);
  const ofItsTime = incidents.filter(({ from, until }) => firstBucket < until && ended > from);
  const found = partsOf(warning, kind).flatMap((part) => nearest(part, ofItsTime));
  return [...new Set(found)];
}

/**
 * The parts of the company that a warning is about: its slice; of a cluster, whose slice is empty, each of its places. A
 * matter of fact of which no place is known, and a delivery, are about no part.
 */
function partsOf({ slice, contributors }: Warning, kind: RuleKind): Slice[] {
  switch (kind) {
    case 'series':
      return [slice];
    case 'scan':
      return contributors.map(({ dimension, code }) => placeOf(dimension, code));
    case 'trigger':
      return Object.keys(slice).length === 0 ? [] : [slice];
    case 'missing-feed':
      return [];
  }
}

/** A city lies in its region, by which incidents are mostly known. */
const placeOf = (dimension: Dimension, code: string): Slice =>
  dimension === 'city' ? { city: code, region: reportingRegion(code) } : { [dimension]: code };

function nearest(part: Slice, incidents: readonly KnownIncident[]): KnownIncident[] {
  return incidents
    .map((incident) => ({ incident, shared: met(incident.slice, part) }))
    .filter(({ shared }) => shared !== undefined)
    .sort((one, other) => (other.shared ?? 0) - (one.shared ?? 0))
    .slice(0, 1)
    .map(({ incident }) => incident);
}

/** What is of the whole company meets anything. */
const met = (one: Slice, other: Slice): number | undefined =>
  Object.keys(one).length === 0 || Object.keys(other).length === 0 ? 0 : sharedDimensions(one, other);
