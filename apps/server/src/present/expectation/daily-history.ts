import { type HolidayTable, addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type DailyDesign, type Gap, type Point, dailyDesign, findGaps } from '@tocsin/detection';
import type { DayCounts } from '@tocsin/warehouse';

/** Years before the first day asked about that an expectation may learn from. */
export const YEARS_LEARNED = 3;

/** The days of a question, which of them data cover, and what explains them: one for all of its series. */
export interface DailyHistory {
  readonly from: IsoDay;
  readonly days: readonly IsoDay[];
  readonly covered: readonly boolean[];
  readonly design: DailyDesign;
}

/** Days `from ≤ day < until`; before `firstDay`, after `lastDay` and in gaps there are no data. */
export function dailyHistory(
  { from, until }: { readonly from: IsoDay; readonly until: IsoDay },
  known: { readonly firstDay: IsoDay; readonly lastDay: IsoDay; readonly gaps: readonly Gap[] },
  holidays: HolidayTable,
): DailyHistory {
  const days = Array.from({ length: Math.max(0, daysBetween(from, until)) }, (_, index) =>
    addCalendarDays(from, index),
  );
  const covered = days.map(
    (day) =>
      day >= known.firstDay && day <= known.lastDay && !known.gaps.some((gap) => day >= gap.from && day < gap.until),
  );
  return { from, days, covered, design: dailyDesign(days, holidays) };
}

/** One slice's counts as points; a covered day without a case is 0, any other unknown. */
export function pointsOf({ days, covered }: DailyHistory, counts: Pick<DayCounts, 'days' | 'counts'>): Point[] {
  const found = new Map(counts.days.map((day, index) => [day, counts.counts[index] ?? 0]));
  return days.map((at, index) => ({
    at,
    count: covered[index] === true ? (found.get(index) ?? 0) : null,
    complete: true,
  }));
}

/** Where nothing at all came although something always does. */
export function gapsOf(
  history: Omit<DailyHistory, 'design'>,
  whole: Pick<DayCounts, 'days' | 'counts'>,
  holidays: HolidayTable,
): Gap[] {
  return findGaps(pointsOf({ ...history, design: NONE }, whole), { holidays });
}

const NONE = dailyDesign([]);
