import { type IsoDay, dayNumber, isoDay } from './iso-day.ts';
import { shippedYears } from './shipped-years.ts';

export type Festival =
  | 'new-year'
  | 'spring-festival'
  | 'tomb-sweeping'
  | 'labour-day'
  | 'dragon-boat'
  | 'mid-autumn'
  | 'national-day'
  | 'other';

/**
 * What the State Council announced for a year: `off` holds every holiday (weekends inside a holiday included), `work`
 * the weekend days that are worked instead (调休). Both say for which festival.
 */
export interface YearOfHolidays {
  readonly off: Readonly<Record<IsoDay, Festival>>;
  readonly work: Readonly<Record<IsoDay, Festival>>;
}

/** Year → its holidays. A year that is missing is a year without data, never a year without holidays. */
export type HolidayTable = Readonly<Record<number, YearOfHolidays>>;

const read = new Map<number, YearOfHolidays>();

/** The holidays that ship with the product: 2004 to the last year announced when it was built; undefined beyond. */
export function shippedYear(year: number): YearOfHolidays | undefined {
  const known = read.get(year);
  const line = shippedYears[year];
  if (known !== undefined || line === undefined) return known;
  const holidays = readYear(year, line);
  read.set(year, holidays);
  return holidays;
}

/** One line of the shipped table, `new-year 0101; spring-festival 0128-0204 +0126 +0208`, as days. */
function readYear(year: number, line: string): YearOfHolidays {
  const off: Record<IsoDay, Festival> = {};
  const work: Record<IsoDay, Festival> = {};
  const dayAt = (text: string): IsoDay => `${year}-${text.slice(0, 2)}-${text.slice(2)}`;
  for (const part of line.split('; ')) {
    const [festival, ...days] = part.split(' ') as [Festival, ...string[]];
    for (const text of days) {
      if (text.startsWith('+')) {
        work[dayAt(text.slice(1))] = festival;
        continue;
      }
      const [first = text, last = first] = text.split('-');
      for (let n = dayNumber(dayAt(first)); n <= dayNumber(dayAt(last)); n += 1) off[isoDay(n)] = festival;
    }
  }
  return { off, work };
}
