import { addCalendarDays, weekday } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { type Point, activityOf, findGaps } from './index.ts';

/** Twelve weeks from Monday 2 March 2026 (no public holiday but 4–6 April and 1–5 May), then changed by hand. */
const daily = (countOn: (day: string, index: number) => number | null, length = 84): Point[] =>
  Array.from({ length }, (_, i) => {
    const at = addCalendarDays('2026-03-02', i);
    return { at, count: countOn(at, i), complete: true };
  });

const between = (day: string, from: string, until: string) => from <= day && day < until;

describe('gaps', () => {
  it('are runs of empty days that the history makes impossible', () => {
    const days = daily((at) => (between(at, '2026-04-14', '2026-04-17') ? 0 : 8));
    expect(findGaps(days)).toEqual([{ from: '2026-04-14', until: '2026-04-17' }]);
  });

  it('are not made of a quiet series: one case every three days may well pause for a week', () => {
    expect(findGaps(daily((_, i) => (i % 3 === 0 && i < 70 ? 1 : 0)))).toEqual([]);
  });

  it('are not the weekends of offices that close', () => {
    expect(findGaps(daily((at) => (weekday(at) > 5 ? 0 : 30)))).toEqual([]);
  });

  it('cover the weekend inside them', () => {
    const days = daily((at) => (weekday(at) > 5 || between(at, '2026-04-17', '2026-04-21') ? 0 : 30));
    expect(findGaps(days)).toEqual([{ from: '2026-04-17', until: '2026-04-21' }]);
  });

  it('are not proved by public holidays alone', () => {
    expect(findGaps(daily((at) => (between(at, '2026-05-01', '2026-05-06') ? 0 : 30)))).toEqual([]);
  });

  it('are found over a holiday when the others worked through it', () => {
    const holiday = (at: string) => between(at, '2026-05-01', '2026-05-06');
    const company = daily((at) => (holiday(at) ? 20 : 100));
    const branch = daily((at) => (holiday(at) ? 0 : 30));
    expect(findGaps(branch)).toEqual([]);
    // a fifth of the usual 30 on each of five days: 30 cases were due
    expect(findGaps(branch, { activity: activityOf(company) })).toEqual([{ from: '2026-05-01', until: '2026-05-06' }]);
    const closed = daily((at) => (holiday(at) ? 0 : 100));
    expect(findGaps(branch, { activity: activityOf(closed) })).toEqual([]);
  });

  it('reach to the newest day when a feed has stopped, but never hold the day that still runs', () => {
    const days = daily((at) => (at >= '2026-05-21' ? 0 : 12));
    const last = days.length - 1;
    days[last] = { ...days[last]!, complete: false };
    expect(findGaps(days)).toEqual([{ from: '2026-05-21', until: '2026-05-24' }]);
  });

  it('are believed when they last: the business has ended', () => {
    expect(findGaps(daily((_, i) => (i < 40 ? 9 : 0), 120))).toEqual([]);
    expect(findGaps(daily((_, i) => (i < 40 ? 9 : 0), 90))).toHaveLength(1);
  });

  it('do not lower the expectation for the next one', () => {
    const days = daily((at) =>
      between(at, '2026-04-07', '2026-04-21') || between(at, '2026-04-22', '2026-04-24') ? 0 : 6,
    );
    expect(findGaps(days)).toEqual([
      { from: '2026-04-07', until: '2026-04-21' },
      { from: '2026-04-22', until: '2026-04-24' },
    ]);
  });

  it('need four weeks of history', () => {
    expect(findGaps(daily((_, i) => (i === 20 ? 0 : 50)))).toEqual([]);
  });
});
