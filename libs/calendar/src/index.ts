export { type DeliveryRhythm, type DeliveryTimes, type WallTime, deliveryTimes, isUpTo } from './delivery-times.ts';
export {
  type IsoDay,
  NotADay,
  addCalendarDays,
  addMonths,
  dayNumber,
  daysBetween,
  isoDay,
  monthStart,
  weekStart,
  weekday,
  weekdayOf,
} from './iso-day.ts';
export { type Festival, type HolidayTable, type YearOfHolidays } from './holiday-table.ts';
export {
  type DayKind,
  type WorkdayAnswer,
  addWorkdays,
  dayKind,
  hasCalendarData,
  isWorkday,
  workdaysBetween,
} from './day-kind.ts';
export { springFestival } from './spring-festival.ts';
export { type HolidayOverride, withOverrides } from './holiday-overrides.ts';
