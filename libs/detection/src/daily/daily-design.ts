import { type HolidayTable, type IsoDay, addCalendarDays, dayNumber, weekday } from '@tocsin/calendar';
import { type Design, designOf } from '@tocsin/stats';
import { COLUMNS, COLUMN_COUNT, HOLIDAY_COLUMNS, calendarColumns } from './calendar-columns.ts';

const DAYS_IN_YEAR = 365.25;

/** What explains each day of a calendar: one for all series that share their days. */
export interface DailyDesign {
  readonly days: readonly IsoDay[];
  readonly full: Design;
  /** Without the holiday columns, for series that borrow them; `holidays` says which of them each day has. */
  readonly withoutHolidays: Design;
  readonly holidays: readonly (readonly number[])[];
}

/**
 * The design of days without gaps, oldest first, with a row for each of them and for the rest of the last one's week, so that
 * a week is fitted to the same design on each of its days. `table` holds holidays that ship with no version yet.
 */
export function dailyDesign(given: readonly IsoDay[], table: HolidayTable = {}): DailyDesign {
  const days = throughTheWeek(given);
  const first = days[0] === undefined ? 0 : dayNumber(days[0]);
  const calendar = days.map((day) => calendarColumns(day, table));
  const rows = calendar.map((columns, i) => {
    const angle = (2 * Math.PI * (first + i)) / DAYS_IN_YEAR;
    return [
      [COLUMNS.intercept, 1] as const,
      ...columns.map((column) => [column, 1] as const),
      [COLUMNS.trend, (i - days.length) / DAYS_IN_YEAR] as const,
      [COLUMNS.sine, Math.sin(angle)] as const,
      [COLUMNS.cosine, Math.cos(angle)] as const,
    ];
  });
  return {
    days,
    full: designOf(rows, COLUMN_COUNT),
    withoutHolidays: designOf(
      rows.map((row) => row.filter(([column]) => !isHoliday(column))),
      COLUMN_COUNT,
    ),
    holidays: calendar.map((columns) => columns.filter(isHoliday)),
  };
}

const isHoliday = (column: number) => column >= HOLIDAY_COLUMNS.from && column < HOLIDAY_COLUMNS.until;

const SUNDAY = 7;

function throughTheWeek(days: readonly IsoDay[]): readonly IsoDay[] {
  const last = days.at(-1);
  if (last === undefined) return days;
  const more = Array.from({ length: SUNDAY - weekday(last) }, (_, i) => addCalendarDays(last, i + 1));
  return [...days, ...more];
}
