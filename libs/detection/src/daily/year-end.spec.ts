import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { drawPoisson, normalQuantile, seededUniform } from '@tocsin/stats';
import { describe, expect, it } from 'vitest';
import type { Point } from '../point.ts';
import { DailyExpectation } from './daily-expectation.ts';
import { dailyDesign } from './daily-design.ts';
import { yearEnd } from './year-end.ts';

const FIRST = '2022-07-01';
const END = '2026-01-01';
const LENGTH = daysBetween(FIRST, END);
const design = dailyDesign(Array.from({ length: LENGTH }, (_, index) => addCalendarDays(FIRST, index)));

/** Weekdays, a season, a slow growth, and months that hang together: a level that wanders by a tenth. */
function year(seed: number, growth: number): number[] {
  const uniform = seededUniform(seed);
  let level = 0;
  return Array.from({ length: LENGTH }, (_, index) => {
    if (index % 30 === 0) level = 0.5 * level + 0.1 * normalQuantile(uniform());
    const week = index % 7 < 5 ? 1 : 0.5;
    const season = 0.15 * Math.sin((2 * Math.PI * index) / 365.25);
    return drawPoisson(14 * week * Math.exp(season + level + (growth * index) / 365), uniform);
  });
}

function forecast(counts: readonly number[], today: string) {
  const start = daysBetween(FIRST, today);
  const january = daysBetween(FIRST, '2025-01-01');
  const series = counts.map((count, index): Point => ({
    at: addCalendarDays(FIRST, index),
    count: index < start ? count : null,
    complete: true,
  }));
  const sum = (from: number, until: number) => counts.slice(from, until).reduce((total, count) => total + count, 0);
  const expectation = new DailyExpectation(series, { design });
  return {
    found: yearEnd(expectation, { sofar: sum(january, start), start, end: LENGTH }),
    final: sum(january, LENGTH),
  };
}

describe('where a year will end', () => {
  it('is between its bounds as often as they say, from spring to autumn', () => {
    let [likely, wide, tried] = [0, 0, 0];
    for (let seed = 1; seed <= 24; seed += 1) {
      const counts = year(seed, seed % 2 === 0 ? 0.05 : 0);
      for (const today of ['2025-03-01', '2025-07-01', '2025-10-15']) {
        const { found, final } = forecast(counts, today);
        if (found === undefined) throw new Error('there is enough history');
        likely += final >= found.likely.lower && final <= found.likely.upper ? 1 : 0;
        wide += final >= found.wide.lower && final <= found.wide.upper ? 1 : 0;
        tried += 1;
        expect(found.wide.lower).toBeLessThanOrEqual(found.likely.lower);
        expect(found.wide.upper).toBeGreaterThanOrEqual(found.likely.upper);
      }
    }
    expect(likely / tried).toBeGreaterThan(0.65);
    expect(likely / tried).toBeLessThan(0.95);
    expect(wide / tried).toBeGreaterThan(likely / tried);
  });

  it('is narrower the later it is asked, and a year that is over is its count', () => {
    const counts = year(99, 0);
    const width = (today: string) => {
      const { likely } = forecast(counts, today).found ?? { likely: { lower: NaN, upper: NaN } };
      return likely.upper - likely.lower;
    };
    expect(width('2025-11-01')).toBeLessThan(width('2025-04-01'));
    const { found, final } = forecast(counts, END);
    expect(found).toMatchObject({ expected: final, likely: { lower: final, upper: final } });
    expect([found?.chanceAbove(final), found?.chanceAbove(final - 1)]).toEqual([0, 1]);
  });

  it('knows the chance that a target is passed', () => {
    const { found } = forecast(year(7, 0), '2025-07-01');
    const { likely = { lower: 0, upper: 0 }, chanceAbove } = found ?? {};
    expect(chanceAbove?.(likely.upper)).toBeLessThanOrEqual(0.1);
    expect(chanceAbove?.(likely.upper - 1)).toBeGreaterThan(0.1);
    expect(chanceAbove?.(0)).toBe(1);
  });

  it('is unknown without a year of history', () => {
    const series = Array.from({ length: 300 }, (_, index): Point => ({
      at: addCalendarDays(FIRST, index),
      count: 3,
      complete: true,
    }));
    expect(yearEnd(new DailyExpectation(series), { sofar: 900, start: 290, end: 300 })).toBeUndefined();
  });
});
