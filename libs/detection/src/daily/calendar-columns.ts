import { type HolidayTable, type IsoDay, dayKind, dayNumber, isoDay, springFestival, weekday } from '@tocsin/calendar';

/** Columns of the daily regression. A weekday is only one on an ordinary day; Monday is what the others are held against. */
export const COLUMNS = {
  intercept: 0,
  /** Tuesday … Sunday. */
  weekday: 1,
  shortHoliday: 7,
  springFestival: 8,
  nationalDay: 9,
  makeUpWorkday: 10,
  /** First, second and third workday after a long holiday. */
  catchUp: 11,
  beforeSpringFestival: 14,
  trend: 15,
  sine: 16,
  cosine: 17,
} as const;
export const COLUMN_COUNT = 18;
/** The columns that a short series borrows: they come once or twice a year. */
export const HOLIDAY_COLUMNS = { from: COLUMNS.shortHoliday, until: COLUMNS.trend } as const;

const CATCH_UP_DAYS = 3;
const LONG_HOLIDAY = 3;
const DAYS_BEFORE_FESTIVAL = 7;
/** A holiday of eight days and its catching up lie within so many days. */
const LOOK_BACK = 14;

/** The calendar columns of a day that are 1, ascending, without intercept, trend and season. */
export function calendarColumns(day: IsoDay, table: HolidayTable = {}): number[] {
  const columns: number[] = [];
  const known = dayKind(day, table);
  if (known.kind === 'holiday') {
    columns.push(
      known.festival === 'spring-festival'
        ? COLUMNS.springFestival
        : known.festival === 'national-day'
          ? COLUMNS.nationalDay
          : COLUMNS.shortHoliday,
    );
    return columns;
  }
  const number = weekday(day);
  if (known.kind === 'make-up-workday') columns.push(COLUMNS.makeUpWorkday);
  else if (number > 1) columns.push(COLUMNS.weekday + number - 2);
  const since = workdaysSinceHoliday(day, table);
  if (since !== undefined) columns.push(COLUMNS.catchUp + since);
  const festival = springFestival(Number(day.slice(0, 4)));
  const ahead = festival === undefined ? 0 : dayNumber(festival) - dayNumber(day);
  if (ahead > 0 && ahead <= DAYS_BEFORE_FESTIVAL) columns.push(COLUMNS.beforeSpringFestival);
  return columns;
}

/** 0, 1, 2 for the first three workdays after a holiday of three days or more; undefined for every other day. */
function workdaysSinceHoliday(day: IsoDay, table: HolidayTable): number | undefined {
  const kindOf = (at: number) => dayKind(isoDay(at), table).kind;
  const isWork = (kind: string) => kind === 'workday' || kind === 'make-up-workday';
  const number = dayNumber(day);
  if (!isWork(kindOf(number))) return undefined;
  let workdays = 0;
  for (let at = number - 1; at > number - LOOK_BACK && workdays < CATCH_UP_DAYS; at -= 1) {
    const kind = kindOf(at);
    if (isWork(kind)) workdays += 1;
    else if (kind === 'holiday') return kindOf(at - LONG_HOLIDAY + 1) === 'holiday' ? workdays : undefined;
  }
  return undefined;
}
