import type { Grain, IsoDay } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { type Period, endedBy } from './period.ts';
import { isWholeMonths, monthsOf, plusDays, plusMonths } from './plus-months.ts';

/** How far back the days lie that a series is compared with. */
export interface Shift {
  readonly by: number;
  readonly unit: 'day' | 'month';
}

/**
 * Which days a bucket is compared with. A year before: the same dates; weeks and days of the week keep, so weeks are 52
 * weeks apart. Just before: as many months for whole months, otherwise as many days; weeks are whole
 * weeks apart, enough of them not to overlap.
 */
export function shiftOf(compare: 'year' | 'period', period: Period, by: Grain): Shift {
  if (compare === 'year') return by === 'week' ? { by: 364, unit: 'day' } : { by: 12, unit: 'month' };
  if (isWholeMonths(period) && by !== 'week') return { by: monthsOf(period), unit: 'month' };
  const days = (Date.parse(period.until) - Date.parse(period.from)) / 86_400_000;
  return { by: by === 'week' ? Math.ceil(days / 7) * 7 : days, unit: 'day' };
}

/** The days a period is compared with; where it still runs, as many as are over. */
export function shiftedPeriod(period: Period, { by, unit }: Shift, today: IsoDay): Period {
  const [elapsed = period] = endedBy([period], today);
  const back = (day: IsoDay): IsoDay => (unit === 'day' ? plusDays(day, -by) : plusMonths(day, -by));
  return { from: back(period.from), until: back(elapsed.until) };
}

const amount = ({ by }: Shift): Sql => sql`${bind(by, 'UInt32')}`;

/** The day that a day of the other period stands beside. */
export const forward = (day: Sql, shift: Shift): Sql =>
  shift.unit === 'day' ? sql`addDays(${day}, ${amount(shift)})` : sql`addMonths(${day}, ${amount(shift)})`;

/** The day of the other period that stands beside a day. */
export const back = (day: Sql, shift: Shift): Sql =>
  shift.unit === 'day' ? sql`subtractDays(${day}, ${amount(shift)})` : sql`subtractMonths(${day}, ${amount(shift)})`;

/** Whether a day of the other period has a day of its own beside it: 29 February has none in most years. */
export const hasPartner = (day: Sql, shift: Shift): Sql => sql`${back(forward(day, shift), shift)} = ${day}`;
