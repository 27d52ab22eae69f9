import type { Grain, IsoDay } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';

export const SPARK_BUCKETS = 13;
const DAY_MS = 86_400_000;

/** The grain in which a period of this length is usually looked at. */
export function naturalGrain({ from, until }: Period): Grain {
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS;
  if (days <= 31) return 'day';
  if (days <= 184) return 'week';
  return days <= 3 * 366 ? 'month' : 'quarter';
}

/** The last thirteen buckets of a grain up to the day before `until`, oldest first; the last one may be cut short. */
export function sparkBuckets(until: IsoDay, grain: Grain): Period[] {
  const buckets: Period[] = [];
  let end = until;
  for (let count = 0; count < SPARK_BUCKETS; count++) {
    const from = bucketOf(addDays(end, -1), grain);
    buckets.unshift({ from, until: end });
    end = from;
  }
  return buckets;
}

/** The buckets that a period touches, whole ones, oldest first. */
export function bucketsOf({ from, until }: Period, grain: Grain): Period[] {
  const buckets: Period[] = [];
  for (let at = bucketOf(from, grain); at < until;) {
    const next = bucketOf(addDays(at, LONGEST[grain]), grain);
    buckets.push({ from: at, until: next });
    at = next;
  }
  return buckets;
}

/** So many days after its first, a bucket is over and the next one is not. */
const LONGEST: Readonly<Record<Grain, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** First day of the bucket that holds a day. Weeks start on Monday. */
export function bucketOf(day: IsoDay, grain: Grain): IsoDay {
  const [year = '', month = ''] = day.split('-');
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'month':
      return `${year}-${month}-01`;
    case 'quarter':
      return `${year}-${String(Number(month) - ((Number(month) - 1) % 3)).padStart(2, '0')}-01`;
    case 'year':
      return `${year}-01-01`;
  }
}

export const addDays = (day: IsoDay, days: number): IsoDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
