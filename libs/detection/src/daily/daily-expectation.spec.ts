import { addCalendarDays } from '@tocsin/calendar';
import { drawPoisson, seededUniform } from '@tocsin/stats';
import { describe, expect, it } from 'vitest';
import type { Point } from '../point.ts';
import { DailyExpectation } from './daily-expectation.ts';

const FIRST = '2022-01-03';
/** Twenty a working day, ten at the weekend: 120 a week. */
const meanOf = (index: number) => (index % 7 < 5 ? 20 : 10);

function drawn(seed: number, days: number): Point[] {
  const chance = seededUniform(seed);
  return Array.from({ length: days }, (_, index) => ({
    at: addCalendarDays(FIRST, index),
    count: drawPoisson(meanOf(index), chance),
    complete: true,
  }));
}

describe('what a stretch of days should bring', () => {
  it('is what its days bring on average, whichever days of the week it has', () => {
    const expectation = new DailyExpectation(drawn(1, 1200));
    expect(expectation.between(1148, 1176)?.expected).toBeCloseTo(480, -1.5);
    expect(expectation.between(1150, 1152)?.expected).toBeGreaterThan(35);
    expect(expectation.between(1153, 1155)?.expected).toBeLessThan(25);
  });

  it('holds nineteen in twenty stretches between its bounds', () => {
    let inside = 0;
    let tried = 0;
    for (let seed = 10; seed < 22; seed += 1) {
      const series = drawn(seed, 1400);
      const expectation = new DailyExpectation(series);
      for (let start = 900; start + 7 <= 1400; start += 7) {
        const { lower, upper } = expectation.between(start, start + 7) ?? { lower: NaN, upper: NaN };
        const count = series.slice(start, start + 7).reduce((sum, point) => sum + (point.count ?? 0), 0);
        inside += count >= lower && count <= upper ? 1 : 0;
        tried += 1;
      }
    }
    expect(inside / tried).toBeGreaterThan(0.93);
    expect(inside / tried).toBeLessThan(0.985);
  });

  it('is not told where a few days of growth after silence would be drawn on for a year', () => {
    const series = Array.from({ length: 1100 }, (_, index): Point => {
      const count = index < 700 ? 0 : index < 730 ? Math.round(2 ** ((index - 700) / 3)) : null;
      return { at: addCalendarDays(FIRST, index), count, complete: true };
    });
    const expectation = new DailyExpectation(series);
    expect(expectation.between(731, 732)?.expected).toBeLessThan(1e6);
    expect(expectation.between(731, 1096)).toBeUndefined();
  });

  it('is as wide as weeks that hang together are apart, not as their days alone say', () => {
    const chance = seededUniform(5);
    let level = 1;
    const series = Array.from({ length: 1200 }, (_, index): Point => {
      if (index % 7 === 0) level = 0.6 + 0.8 * chance();
      return { at: addCalendarDays(FIRST, index), count: drawPoisson(20 * level, chance), complete: true };
    });
    const { lower = 0, upper = 0, expected = 0 } = new DailyExpectation(series).between(1190, 1197) ?? {};
    // a week's standard deviation is some 0.23 × 140 = 32; that of independent days would be 12
    expect(upper - expected).toBeGreaterThan(45);
    expect(expected - lower).toBeGreaterThan(40);
  });

  it('knows how rare more and fewer are', () => {
    const { expected, chanceOfMore, chanceOfFewer } = new DailyExpectation(drawn(2, 1200)).between(1190, 1197) ?? {};
    expect(chanceOfMore?.(Math.round(expected ?? 0))).toBeGreaterThan(0.4);
    expect(chanceOfMore?.(180)).toBeLessThan(1e-4);
    expect(chanceOfFewer?.(60)).toBeLessThan(1e-4);
  });

  it('says nothing with less than a year before it', () => {
    expect(new DailyExpectation(drawn(3, 500)).between(300, 307)).toBeUndefined();
  });
});
