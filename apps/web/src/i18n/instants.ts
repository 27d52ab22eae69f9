import { addDays, daysBetween } from './days.ts';
import type { Locale } from './locale.ts';

/** One a zone: it takes far longer to make than to use. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterIn(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const [date, time] = [
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { hour: '2-digit', minute: '2-digit' },
  ] as const;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...time });
  formatters.set(timeZone, made);
  return made;
}

/** A moment in the product's zone, cut into its day and its time of day. */
export function localParts(instant: string, timeZone: string): { day: string; clock: string } {
  const [day = '', clock = ''] = formatterIn(timeZone).format(new Date(instant)).split(' ');
  return { day, clock };
}

/** 11-22 08:40, with the year when it is not that of `today`. */
export function momentLabel(instant: string, timeZone: string, today: string): string {
  const { day, clock } = localParts(instant, timeZone);
  return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${clock}`;
}

/** How long ago, in the one unit that matters: 3 天 · 5 h. Never negative. */
export function ageLabel(fromDay: string, today: string, locale: Locale): string {
  const days = Math.max(0, daysBetween(fromDay, today));
  return days > 0 ? dayCount(days, locale) : locale === 'en' ? 'today' : '今天';
}

/** So many days with their unit: 3 天, 1 day. */
export const dayCount = (days: number, locale: Locale): string =>
  locale === 'en' ? `${days} ${days === 1 ? 'day' : 'days'}` : `${days} 天`;

/** The last day inside a half-open interval. */
export const lastDay = (until: string) => addDays(until, -1);
