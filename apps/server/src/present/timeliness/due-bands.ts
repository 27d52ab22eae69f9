import { type DeadlineRules, type HolidayTable, type IsoDay, addCalendarDays, addWorkdays } from '@tocsin/calendar';
import type { DueDays } from '@tocsin/warehouse';
import { Refusal } from '../../refusal.ts';

/** What lies ahead of an open complaint, and the last due day that belongs to it. */
export interface DueBand {
  readonly band: string;
  readonly last: IsoDay;
}

/**
 * The bands of due days ahead of a day, the nearest first: today, then one for each warning of the rules, each from where the
 * one before ends. With working days a band reaches to the day before the next working day that is no longer in it, as
 * the clock counts; it ends with the calendar where that is unknown.
 */
export function dueBands(asOf: IsoDay, rules: DeadlineRules | undefined, holidays: HolidayTable): DueBand[] {
  const warnAt = [...(rules?.warnAt ?? [])].sort((a, b) => a - b);
  const isWorking = rules?.terms.simple.unit === 'working-day';
  return [
    { band: 'today', last: asOf },
    ...warnAt.map((days) => ({ band: `t${days}`, last: lastWithin(asOf, days, isWorking, holidays) })),
  ];
}

function lastWithin(asOf: IsoDay, days: number, isWorking: boolean, holidays: HolidayTable): IsoDay {
  if (!isWorking) return addCalendarDays(asOf, days);
  const next = addWorkdays(asOf, days + 1, holidays);
  return next.kind === 'no-data' ? addCalendarDays(asOf, days) : addCalendarDays(next.day, -1);
}

/** The due days of a band; refuses a warning that the rules do not have. */
export function dueDaysOf(band: string, asOf: IsoDay, bands: readonly DueBand[]): DueDays {
  const last = bands.at(-1)?.last ?? asOf;
  if (band === 'open') return { kind: 'any' };
  if (band === 'none') return { kind: 'none' };
  if (band === 'overdue') return { kind: 'between', until: asOf };
  if (band === 'later') return { kind: 'between', from: addCalendarDays(last, 1) };
  const place = bands.findIndex((one) => one.band === band);
  const found = bands[place];
  if (found === undefined) throw unknownBand(bands);
  const before = bands[place - 1]?.last;
  const from = before === undefined ? asOf : addCalendarDays(before, 1);
  return { kind: 'between', from, until: addCalendarDays(found.last, 1) };
}

const unknownBand = (bands: readonly DueBand[]) => {
  const names = ['open', 'overdue', ...bands.map(({ band }) => band), 'later', 'none'].join('、');
  return new Refusal('invalid-request', {
    detail: {
      zh: `当前时限规则没有该到期区间：可用的有 ${names}。`,
      en: `The rules on time have no such band of due days: there are ${names.replaceAll('、', ', ')}.`,
    },
    errors: [{ path: 'due', message: 'is no band of the rules in force' }],
  });
};
