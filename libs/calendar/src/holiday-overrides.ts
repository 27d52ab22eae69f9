import { type HolidayTable, type YearOfHolidays, shippedYear } from './holiday-table.ts';
import type { IsoDay } from './iso-day.ts';

/** What somebody says about a day: offices are shut although the shipped table knows nothing of it, or open. */
export interface HolidayOverride {
  readonly day: IsoDay;
  readonly kind: 'holiday' | 'workday';
}

/** Days off that make up the announcement of a year; fewer are corrections of a year that is still unknown. */
const WHOLE_YEAR = 7;

/**
 * The years that overrides touch, as `dayKind` takes them: the shipped year with each day corrected. A year that does not ship
 * is known once a whole announcement has been given (at least 7 days off); until then it stays without data, for one
 * day says nothing about the others.
 */
export function withOverrides(overrides: readonly HolidayOverride[]): HolidayTable {
  const years = [...new Set(overrides.map(({ day }) => Number(day.slice(0, 4))))];
  const corrected = years.flatMap((year) => {
    const mine = overrides.filter(({ day }) => Number(day.slice(0, 4)) === year);
    const holidays = yearWith(shippedYear(year), mine);
    return holidays === undefined ? [] : [[year, holidays] as const];
  });
  return Object.fromEntries(corrected);
}

function yearWith(shipped: YearOfHolidays | undefined, mine: readonly HolidayOverride[]): YearOfHolidays | undefined {
  if (shipped === undefined && mine.filter(({ kind }) => kind === 'holiday').length < WHOLE_YEAR) return undefined;
  const said = new Map(mine.map(({ day, kind }) => [day, kind]));
  const days = (shippedDays: YearOfHolidays['off'] | undefined, kind: HolidayOverride['kind']) => ({
    ...Object.fromEntries(Object.entries(shippedDays ?? {}).filter(([day]) => !said.has(day))),
    ...Object.fromEntries([...said].filter(([, is]) => is === kind).map(([day]) => [day, 'other'] as const)),
  });
  return { off: days(shipped?.off, 'holiday'), work: days(shipped?.work, 'workday') };
}
