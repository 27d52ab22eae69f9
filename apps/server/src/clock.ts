import type { IsoDay } from '@tocsin/contracts';

/** The server's only clock. Tests hand over one that they set. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** By zone: to make a format takes longer than a thousand uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in an IANA zone. */
export function dayIn(timeZone: string, at: Date): IsoDay {
  const known = formats.get(timeZone);
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (known === undefined) formats.set(timeZone, format);
  return format.format(at);
}
