// Days as texts and plain loops: nothing here is shared with what is tested.

const MS = 86_400_000;

export const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10);
export const between = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / MS;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same date some months later or earlier; the month's last day where it has no such date. */
export function plusMonths(day: string, months: number): string {
  let [year = 0, month = 0] = day.split('-').map(Number);
  for (let step = 0; step < Math.abs(months); step += 1) {
    month += Math.sign(months);
    if (month === 0) [year, month] = [year - 1, 12];
    if (month === 13) [year, month] = [year + 1, 1];
  }
  const date = Math.min(Number(day.slice(8)), daysIn(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** First day of the bucket that a day lies in; weeks begin on Monday. */
export function bucket(day: string, grain: Grain): string {
  if (grain === 'day') return day;
  if (grain === 'week') {
    let monday = day;
    while (new Date(monday).getUTCDay() !== 1) monday = plus(monday, -1);
    return monday;
  }
  const month = grain === 'year' ? 1 : grain === 'quarter' ? 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1 : 0;
  return month === 0 ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** First day of the bucket after. */
export function next(at: string, grain: Grain): string {
  if (grain === 'day') return plus(at, 1);
  if (grain === 'week') return plus(at, 7);
  return plusMonths(at, { month: 1, quarter: 3, year: 12 }[grain]);
}

/** All buckets that touch the period. */
export function buckets(from: string, until: string, grain: Grain): string[] {
  const found: string[] = [];
  for (let at = bucket(from, grain); at < until; at = next(at, grain)) found.push(at);
  return found;
}
