import { type WallTime, dayNumber, isoDay } from '@tocsin/calendar';
import type { Zone } from '@tocsin/ingestion';

/** What a clock on the wall of the zone shows at a moment, to the minute. */
export function wallTimeAt(zone: Zone, at: Date): WallTime {
  const seconds = Math.floor(at.getTime() / 1000);
  const day = zone.dayAt(seconds);
  const minutes = Math.floor((seconds - zone.moment(day, 0)) / 60);
  const two = (number: number) => String(number).padStart(2, '0');
  return { day: isoDay(day), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** The moment at which the wall shows a time; ISO text. */
export function instantOf(zone: Zone, { day, time }: WallTime): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(zone.moment(dayNumber(day), hours * 3600 + minutes * 60) * 1000).toISOString();
}
