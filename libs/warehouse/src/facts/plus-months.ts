import type { IsoDay } from '@tocsin/contracts';
import type { Period } from './period.ts';

const DAY_MS = 86_400_000;

const toDay = (ms: number): IsoDay => new Date(ms).toISOString().slice(0, 10);

export const plusDays = (day: IsoDay, days: number): IsoDay => toDay(Date.parse(day) + days * DAY_MS);

/** The same day some months on; the last of the month where that month is shorter. */
export function plusMonths(day: IsoDay, months: number): IsoDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

export const isWholeMonths = ({ from, until }: Period): boolean => from.endsWith('-01') && until.endsWith('-01');

/** How many months from the month of the first day to that of the last. */
export const monthsOf = ({ from, until }: Period): number =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
