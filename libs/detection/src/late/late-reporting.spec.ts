import { addCalendarDays } from '@tocsin/calendar';
import { type Uniform, drawPoisson, seededUniform } from '@tocsin/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DelayCount, lateReporting, maturityAt } from './late-reporting.ts';
import { nowcast } from './nowcast.ts';

const TODAY = '2026-06-30';
const before = (days: number) => addCalendarDays(TODAY, -days);

/** A row per day, age and delay; `counts[delay]`. */
const day = (age: number, counts: readonly number[]): DelayCount[] =>
  counts.map((count, delay) => ({ received: before(age), arrived: before(age - delay), count }));
const small = { longest: 2, window: 10, fewest: 1 };

/** Delays up to three days, of which `chances` says how likely each is; `weekly` holds back what falls on a weekend. */
function drawn(uniform: Uniform, { days = 160, mean = 40, weekly = false } = {}): DelayCount[] {
  const counts = new Map<string, number>();
  for (let age = days - 1; age >= 0; age -= 1) {
    for (let left = drawPoisson(mean, uniform); left > 0; left -= 1) {
      let delay = [0.3, 0.6, 0.85, 1].findIndex((until) => uniform() < until);
      if (delay < 0) delay = 3;
      while (weekly && (age - delay + 700) % 7 < 2) delay += 1;
      const key = `${before(age)}|${before(age - delay)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, count]) => {
    const [received = '', arrived = ''] = key.split('|');
    return { received, arrived, count };
  });
}

describe('late reporting', () => {
  it('is worked out from the days that are old enough for each delay', () => {
    const delays = [...day(4, [4, 4, 2]), ...day(3, [4, 4, 2]), ...day(1, [8, 4]), ...day(0, [5])];
    const { shares } = lateReporting(delays, TODAY, small) ?? { shares: [] };
    // delay 2: 4 of 20 cases; delay 1: 12 of the 28 within one day
    expect(shares[2]).toBe(1);
    expect(shares[1]).toBeCloseTo(1 - 4 / 20, 12);
    expect(shares[0]).toBeCloseTo((1 - 4 / 20) * (1 - 12 / 28), 12);
  });

  it('does not take the newest days for quick ones', () => {
    const delays = drawn(seededUniform(1)).filter(({ arrived }) => arrived <= TODAY);
    const late = lateReporting(delays, TODAY);
    expect(late?.shares[0]).toBeCloseTo(0.3, 1);
    expect(late?.shares[3]).toBe(1);
    const rising = Array.from({ length: 60 }, (_, age) => day(59 - age, [2 ** (age / 5), 2 ** (age / 5)])).flat();
    const known = rising.filter(({ arrived }) => arrived <= TODAY);
    expect(lateReporting(known, TODAY, { fewest: 1 })?.shares[0]).toBeCloseTo(0.5, 12);
  });

  it('learns nothing from history that was handed over at once', () => {
    const history = Array.from({ length: 300 }, (_, age) => ({ received: before(age + 1), arrived: TODAY, count: 5 }));
    expect(lateReporting(history, TODAY)).toBeUndefined();
    const handedOver = history.map((row, age) => ({ ...row, received: before(160 + age), arrived: before(159) }));
    const since = [...handedOver, ...drawn(seededUniform(2)).filter(({ arrived }) => arrived <= TODAY)];
    expect(lateReporting(since, TODAY)?.shares[0]).toBeCloseTo(0.3, 1);
  });

  it('says nothing with too few cases, and nothing of what arrived after today', () => {
    expect(lateReporting([], TODAY)).toBeUndefined();
    expect(lateReporting(day(50, [99]), TODAY)).toBeUndefined();
    const delays = day(50, [60, 40]);
    const tomorrow = { received: TODAY, arrived: before(-1), count: 1e6 };
    expect(lateReporting([...delays, tomorrow], TODAY)).toEqual(lateReporting(delays, TODAY));
  });

  it('is a share that never falls with age, in any order and at any scale', () => {
    const delay = fc.record({ age: fc.nat(60), delay: fc.nat(60), count: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(
        fc.array(delay, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 2, max: 9 }),
        (drawnDelays, by) => {
          const rows = drawnDelays.map(({ age, delay: late, count }) => ({
            ...{ received: before(age), arrived: before(age - late), count },
          }));
          const options = { ...small, longest: 20, window: 61 };
          const { shares = [] } = lateReporting(rows, TODAY, options) ?? {};
          expect(shares.every((share, age) => share >= 0 && share <= 1 && share >= (shares[age - 1] ?? 0))).toBe(true);
          expect(lateReporting(rows.toReversed(), TODAY, options)?.shares ?? []).toEqual(shares);
          const more = lateReporting(
            rows.map((row) => ({ ...row, count: row.count * by })),
            TODAY,
            options,
          );
          (more?.shares ?? shares).forEach((share, age) => expect(share).toBeCloseTo(shares[age] ?? 0, 9));
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('a nowcast', () => {
  const late = { shares: [0.5, 1], errors: [0, 0], spreads: [1, 1] };

  it('divides by the share that has arrived', () => {
    expect(nowcast(20, 0, late)).toMatchObject({ maturity: 0.5, expected: 40 });
    expect(nowcast(20, 1, late)).toEqual({ maturity: 1, expected: 20, lower: 20, upper: 20 });
    expect(nowcast(20, 7, late)?.upper).toBe(20);
    expect(maturityAt(late, -1)).toBe(0);
  });

  it('is undefined where nothing can have arrived, and open upwards where nothing has', () => {
    expect(nowcast(0, 0, { ...late, shares: [0, 1] })).toBeUndefined();
    const quiet = nowcast(0, 0, late);
    expect(quiet).toMatchObject({ expected: 0, lower: 0 });
    expect(quiet?.upper).toBeGreaterThan(0);
  });

  it('never expects fewer than there are, and is wider the less has arrived', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.double({ min: 0.05, max: 0.9, noNaN: true }), (observed, share) => {
        const at = (f: number) => nowcast(observed, 0, { ...late, shares: [f, 1] });
        const [less, more] = [at(share), at(share + 0.09)];
        expect(less?.lower).toBeGreaterThanOrEqual(observed);
        expect(less?.upper).toBeGreaterThanOrEqual(more?.upper ?? Infinity);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it.each([
    ['evenly', false],
    ['with nothing at weekends', true],
  ])('holds the final counts of days that come in %s', (_, weekly) => {
    let [inside, tried] = [0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const all = drawn(seededUniform(seed + 100), { mean: 25, weekly });
      const today = before(10 + (seed % 7));
      const found = lateReporting(
        all.filter(({ arrived }) => arrived <= today),
        today,
      );
      for (const age of [0, 1, 2]) {
        const rows = all.filter(({ received }) => received === addCalendarDays(today, -age));
        const final = rows.reduce((sum, { count }) => sum + count, 0);
        const observed = rows.reduce((sum, { arrived, count }) => sum + (arrived <= today ? count : 0), 0);
        const { lower = NaN, upper = NaN } = (found && nowcast(observed, age, found)) ?? {};
        inside += final >= lower && final <= upper ? 1 : 0;
        tried += 1;
      }
    }
    expect(inside / tried).toBeGreaterThan(weekly ? 0.8 : 0.9);
  });
});
