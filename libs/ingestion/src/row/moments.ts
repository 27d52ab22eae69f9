import type { CanonicalFieldName } from '@tocsin/contracts';
import type { ReadDate } from '../dates/date-format.ts';
import { dayNumber } from '../dates/day-number.ts';
import type { Zone } from '../dates/zone.ts';

/** A moment as a row gives it. */
export interface Moment {
  /** Seconds since 1970. */
  readonly at: number;
  /** The day in the product's zone. */
  readonly day: number;
  /** False for a day without a time: `at` is then its first moment. */
  readonly timed: boolean;
}

/** The moments of a row, by the names of their fields; undefined where none is given. */
export type Moments = Partial<Record<CanonicalFieldName, Moment | undefined>>;

/** Reads moments written in the source's zone, or with an offset, and says on which day of the product's zone they fall. */
export function momentReader(read: ReadDate, source: Zone, product: Zone): (text: string) => Moment | undefined {
  const same = source.name === product.name;
  return (text) => {
    const written = read(text);
    if (written === undefined) return undefined;
    const { seconds = 0, offset } = written;
    const wallDay = dayNumber(written.year, written.month, written.day);
    if (offset === undefined) {
      const at = source.moment(wallDay, seconds);
      return { at, day: same ? wallDay : product.dayAt(at), timed: written.seconds !== undefined };
    }
    const at = wallDay * 86_400 + seconds - offset;
    return { at, day: product.dayAt(at), timed: true };
  };
}

/** Whether `later` lies before `earlier`; when one of them is a day without a time, only their days are compared. */
export function isBefore(later: Moment, earlier: Moment): boolean {
  return later.timed && earlier.timed ? later.at < earlier.at : later.day < earlier.day;
}
