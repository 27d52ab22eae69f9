export {
  type DeliveryRhythm,
  type DeliveryTimes,
  type WallTime,
  deliveryTimes,
  dueTimes,
  isUpTo,
} from './delivery-times.ts';
export { type AwaitedDelivery, awaitedDelivery } from './awaited-delivery.ts';
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
export { type BucketGrain, bucketPlus, bucketStart } from './bucket.ts';
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
export {
  type DeadlineRules,
  type PauseReason,
  type Procedure,
  type RuleVersions,
  type Term,
  defaultDeadlineRules,
  rulesOn,
} from './deadline/deadline-rules.ts';
export { type DeadlineCase, type Extension, type Pause } from './deadline/deadline-case.ts';
export { type DueOn, dueOn } from './deadline/due-on.ts';
export { type Clock, clock } from './deadline/clock.ts';
export {
  type CaseEvent,
  type CaseEventKind,
  type CaseFacts,
  type DueBy,
  caseClock,
  caseDue,
} from './deadline/case-clock.ts';
export { type AgeingBucket, ageingBucket, ageingBuckets } from './deadline/ageing.ts';
export type { Reason } from './deadline/why-due.ts';
