import { isoDay } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';

/** The server's only clock. Tests hand over one that they set. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day of a moment in an IANA zone. */
export const dayIn = (timeZone: string, at: Date): IsoDay => isoDay(zoneOf(timeZone).dayAt(at.getTime() / 1000));
