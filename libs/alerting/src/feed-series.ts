import type { AwaitedDelivery, DeliveryRhythm } from '@tocsin/calendar';

/**
 * The series of one missed delivery: `feed=nightly|due=2026-11-23`, with the hour where deliveries come by the hour. All
 * that is missed after it, until the feed delivers again, is the same trouble; so it has one warning, whatever happens to
 * the time of day by which it was due.
 */
export function feedSeriesKey(feed: string, rhythm: DeliveryRhythm, { due }: Pick<AwaitedDelivery, 'due'>): string {
  return `feed=${feed}|due=${due.day}${rhythm === 'hourly' ? `T${due.time.slice(0, 2)}` : ''}`;
}

/** The feed that a series is about; '' for a series of complaints. */
export const feedOfSeries = (key: string): string => /^feed=([^|]+)\|due=/.exec(key)?.[1] ?? '';
