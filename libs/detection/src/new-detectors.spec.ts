import { describe, expect, it } from 'vitest';
import { addCalendarDays } from '@tocsin/calendar';
import {
  type Point,
  cusumRunLength,
  dailyRegression,
  detectors,
  farringtonFlexible,
  rareEvents,
  slowDrift,
} from './index.ts';

const series = (counts: (number | null)[], first: string, step: number): Point[] =>
  counts.map((count, i) => ({ at: addCalendarDays(first, step * i), count, complete: true }));
/** Counts that vary without chance: 8, 10, 12, 9, 11, … */
const steady = (length: number, level = 10) => Array.from({ length }, (_, i) => level + ((i * 7) % 5) - 2);
const weeks = (change: (counts: (number | null)[]) => void) => {
  const counts: (number | null)[] = steady(300);
  change(counts);
  return series(counts, '2019-01-07', 7);
};
const last = <T>(list: readonly T[]) => list[list.length - 1]!;

describe('Farrington Flexible', () => {
  it('finds a week three times as high, and nothing in an ordinary one', () => {
    expect(
      last(
        farringtonFlexible(
          weeks((counts) => (counts[299] = 30)),
          {},
          299,
        ),
      ),
    ).toMatchObject({ verdict: 'excess' });
    const quiet = last(
      farringtonFlexible(
        weeks(() => undefined),
        {},
        299,
      ),
    );
    expect(quiet.verdict).toBe('normal');
    expect(quiet.expected).toBeCloseTo(10, 0);
  });

  it('says too little history under three years', () => {
    expect(
      farringtonFlexible(weeks(() => undefined).slice(0, 150)).every(({ verdict }) => verdict === 'too-little-history'),
    ).toBe(true);
  });

  it('expects in proportion to exposure', () => {
    const doubled = weeks((counts) => (counts[299] = 20)).map((point, i) => ({
      ...point,
      exposure: i === 299 ? 2000 : 1000,
    }));
    const verdict = last(farringtonFlexible(doubled, {}, 299));
    expect(verdict.verdict).toBe('normal');
    expect(verdict.expected).toBeCloseTo(20, 0);
  });

  it('leaves known events out of the baseline, and counts them in the note', () => {
    const typhoon = weeks((counts) => counts.fill(200, 200, 210));
    const known = typhoon.map((point, i) => ({ ...point, isEvent: i >= 200 && i < 210 }));
    const verdict = last(farringtonFlexible(known, {}, 299));
    expect(verdict.expected).toBeCloseTo(10, 0);
    expect(verdict.note?.en).toContain('10 periods of the baseline');
  });

  it('does not alarm on the first week after a gap, and takes a gap for no zero', () => {
    const gap = weeks((counts) => {
      counts[298] = null;
      counts[299] = 40;
    });
    const { run } = detectors['farrington-flexible'];
    const verdicts = run(gap, {}, { from: 298 });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['no-data', 'not-mature']);
    expect(verdicts[1]?.note?.en).toContain('after a gap');
  });

  it('waits while less than half has arrived, and scales what it expects afterwards', () => {
    const judged = (maturity: number) =>
      last(
        farringtonFlexible(
          weeks(() => undefined).map((point, i) => (i === 299 ? { ...point, maturity } : point)),
          {},
          299,
        ),
      );
    expect(judged(0.4)).toMatchObject({ verdict: 'not-mature', note: { en: expect.stringContaining('40%') } });
    expect(judged(0.6).expected).toBeCloseTo(6, 0);
  });
});

describe('daily regression', () => {
  /** 20 on workdays, 6 at weekends, from 2022 on. */
  const days = (length: number) =>
    series(
      Array.from({ length }, (_, i) => ((i + 5) % 7 < 5 ? 20 + (i % 3) : 6 + (i % 2))),
      '2022-01-01',
      1,
    );

  it('knows the weekday', () => {
    const verdicts = dailyRegression(days(800), {}, { from: 786 });
    for (const { observed, expected } of verdicts.slice(0, 7)) expect(Math.abs(observed! - expected!)).toBeLessThan(4);
  });

  it('says when a year has no holiday data', () => {
    const future = days(800).map((point, i) => ({ ...point, at: addCalendarDays('2025-01-06', i) }));
    expect(last(dailyRegression(future, {}, { from: 799 })).note?.en).toContain('no holiday data for 2027');
  });

  it('needs a year', () => {
    expect(dailyRegression(days(300)).every(({ verdict }) => verdict === 'too-little-history')).toBe(true);
  });
});

describe('slow drift', () => {
  it('finds a rise by half that no single week proves', () => {
    const drifting = series([...steady(104), ...steady(30, 15)], '2022-01-03', 7);
    const first = slowDrift(drifting).findIndex(({ verdict }) => verdict === 'excess');
    expect(first).toBeGreaterThanOrEqual(104);
    expect(first).toBeLessThan(114);
    expect(slowDrift(series(steady(200), '2022-01-03', 7)).some(({ verdict }) => verdict === 'excess')).toBe(false);
  });

  it('has the run lengths of the literature within the noise of their simulation', () => {
    // Simulated at h = 4: φ 1.3 μ 8: 339; φ 2.5 μ 2: 1317.
    expect(Math.abs(cusumRunLength(8, 1.3, Math.log(1.5), 4) / 339 - 1)).toBeLessThan(0.15);
    expect(Math.abs(cusumRunLength(2, 2.5, Math.log(1.5), 4) / 1317 - 1)).toBeLessThan(0.15);
  });
});

describe('rare events', () => {
  it('finds cases that follow each other too closely', () => {
    const counts = Array.from({ length: 500 }, (_, i) => (i % 60 === 0 ? 1 : 0));
    const cluster = counts.map((count, i) => ([484, 486, 488, 490, 492].includes(i) ? 1 : count));
    expect(rareEvents(series(counts, '2024-01-01', 1)).some(({ verdict }) => verdict === 'excess')).toBe(false);
    expect(
      rareEvents(series(cluster, '2024-01-01', 1))
        .slice(484)
        .some(({ verdict }) => verdict === 'excess'),
    ).toBe(true);
  });
});
