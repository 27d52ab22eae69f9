import type { IsoDay } from '@tocsin/contracts';

/** The server's only clock. Tests hand over one that they set. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day of a moment in an IANA zone. */
export function dayIn(timeZone: string, at: Date): IsoDay {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
