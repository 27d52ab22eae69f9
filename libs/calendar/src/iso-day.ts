/** A calendar day `YYYY-MM-DD`; compared as text. Days carry no zone: whoever makes one has chosen the zone. */
export type IsoDay = string;

const MS_PER_DAY = 86_400_000;

/** The day as a whole number, 0 = 1970-01-01 (a Thursday). Throws `NotADay` for text that is no day of the calendar. */
export function dayNumber(day: IsoDay): number {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)].map(Number) as [number, number, number];
  const ms = Date.UTC(year, month - 1, date);
  // 30 February becomes 2 March in Date.UTC: the way back finds that out, and everything else that is not a day.
  if (Number.isNaN(ms) || isoDay(ms / MS_PER_DAY) !== day) throw new NotADay(day);
  return ms / MS_PER_DAY;
}

/** The day with that number; the way back from `dayNumber`. Years 0000 to 9999. */
export function isoDay(number: number): IsoDay {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `day` moved by `days` calendar days, backwards when negative. */
export function addCalendarDays(day: IsoDay, days: number): IsoDay {
  return isoDay(dayNumber(day) + days);
}

/** Calendar days from `from` to `until`: the length of the half-open interval, negative when `until` comes first. */
export function daysBetween(from: IsoDay, until: IsoDay): number {
  return dayNumber(until) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(day: IsoDay): number {
  return weekdayOf(dayNumber(day));
}

/** `weekday` of a day number. 1970-01-01 was a Thursday, hence the 3. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's week: weeks run Monday to Sunday. */
export function weekStart(day: IsoDay): IsoDay {
  const number = dayNumber(day);
  return isoDay(number - weekdayOf(number) + 1);
}

/** The first day of the day's month. */
export function monthStart(day: IsoDay): IsoDay {
  return `${day.slice(0, 7)}-01`;
}

/** `day` moved by whole months; a date that the target month lacks becomes its last day (31 January + 1 → 28 February). */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const first = new Date(dayNumber(monthStart(day)) * MS_PER_DAY);
  first.setUTCMonth(first.getUTCMonth() + months);
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), length);
  return `${first.toISOString().slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** Something was handed over as a day that the calendar does not have. */
export class NotADay extends Error {
  constructor(text: string) {
    super(`"${text}" is not a calendar day; write YYYY-MM-DD`);
    this.name = 'NotADay';
  }
}
