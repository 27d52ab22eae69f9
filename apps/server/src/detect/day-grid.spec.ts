import { describe, expect, it } from 'vitest';
import { dayGrid, pointsOf } from './day-grid.ts';
import { evaluatedFrom } from './evaluation-window.ts';

const MONDAY = '2026-06-01';
const TODAY = '2026-06-17'; // the Wednesday of the third week
const FIRST_DAY = '2026-01-01';
/** One case a day, from the first Monday to today. */
const daily = { days: Array.from({ length: 17 }, (_, i) => i), counts: Array<number>(17).fill(1) };
const counts = (grid: ReturnType<typeof dayGrid>, startsOn = FIRST_DAY) =>
  pointsOf(daily, grid, 'week', startsOn).map(({ count, complete }) => [count, complete]);

describe('points of a slice', () => {
  it('are weeks from Monday; the one that runs is not complete', () => {
    const points = pointsOf(daily, dayGrid(MONDAY, TODAY, FIRST_DAY, []), 'week', FIRST_DAY);
    expect(points).toEqual([
      { at: '2026-06-01', count: 7, complete: true },
      { at: '2026-06-08', count: 7, complete: true },
      { at: '2026-06-15', count: 3, complete: false },
    ]);
  });

  it('have 0 for a quiet day and today as a day that still runs', () => {
    const points = pointsOf({ days: [1], counts: [4] }, dayGrid('2026-06-15', TODAY, FIRST_DAY, []), 'day', FIRST_DAY);
    expect(points.map(({ count, complete }) => [count, complete])).toEqual([
      [0, true],
      [4, true],
      [0, false],
    ]);
  });

  it('have no count where no day is covered, and are not complete where some are', () => {
    const gap = { from: '2026-06-06', until: '2026-06-15' };
    expect(counts(dayGrid(MONDAY, TODAY, FIRST_DAY, [gap]))).toEqual([
      [7, false],
      [null, false],
      [3, false],
    ]);
  });

  it('are not complete from the day on that a late feed owes, and hold what came from the others', () => {
    expect(counts(dayGrid(MONDAY, TODAY, FIRST_DAY, [], { wholeUntil: '2026-06-14' }))).toEqual([
      [7, true],
      [7, false],
      [3, false],
    ]);
    expect(counts(dayGrid(MONDAY, TODAY, FIRST_DAY, [], { wholeUntil: '2026-06-15' }))[1]).toEqual([7, true]);
  });

  it('say how much of what is over has arrived: a week is the mean of its days, one that still runs may only exceed', () => {
    // Today is the 17th: the 14th is three days old, the 8th nine.
    const grid = dayGrid(MONDAY, TODAY, FIRST_DAY, [], { arrived: [0.2, 0.4, 0.6, 0.8] });
    expect(pointsOf(daily, grid, 'week', FIRST_DAY).map(({ maturity = 1 }) => maturity)).toEqual([
      ...[1, expect.closeTo((0.8 + 6) / 7, 12), 1],
    ]);
    const days = pointsOf(daily, grid, 'day', FIRST_DAY).slice(-5);
    expect(days.map(({ maturity = 1 }) => maturity)).toEqual([1, 0.8, 0.6, 0.4, 1]);
  });

  it('begin with the first day of data, and with the first day of their codes', () => {
    expect(counts(dayGrid(MONDAY, TODAY, '2026-06-08', []))[0]).toEqual([null, false]);
    expect(counts(dayGrid(MONDAY, TODAY, FIRST_DAY, []), '2026-06-10').slice(0, 2)).toEqual([
      [null, false],
      [7, false],
    ]);
  });
});

describe('where evaluation begins', () => {
  const none = { changedFrom: undefined, since: undefined };

  it('is eight weeks back by week and 35 days by day', () => {
    expect(evaluatedFrom('week', TODAY, none)).toBe('2026-04-20');
    expect(evaluatedFrom('day', TODAY, none)).toBe('2026-05-13');
  });

  it('is further back when figures of past months have changed, but not more than a year', () => {
    expect(evaluatedFrom('day', TODAY, { ...none, changedFrom: '2026-02-01' })).toBe('2026-02-01');
    expect(evaluatedFrom('week', TODAY, { ...none, changedFrom: '2019-02-01' })).toBe('2025-06-09');
  });

  it('is as far back as history is asked for', () => {
    expect(evaluatedFrom('week', TODAY, { ...none, since: '2023-03-01' })).toBe('2023-02-27');
  });
});
