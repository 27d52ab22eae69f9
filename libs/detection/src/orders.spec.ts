import { addCalendarDays, addMonths } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { type Point, aboveExpected, change, farrington1996Verdicts, glrCusum } from './index.ts';

const series = (counts: readonly (number | null)[], first: string, step: number): Point[] =>
  counts.map((count, i) => ({ at: addCalendarDays(first, step * i), count, complete: count !== null }));
const flat = (length: number, level = 10) => Array.from({ length }, (_, i) => level + ((i * 7) % 5) - 2);
const verdicts = (found: readonly { readonly verdict: string }[]) => found.map(({ verdict }) => verdict);

describe('above expectation', () => {
  const judged = (...newest: (number | null)[]) =>
    verdicts(aboveExpected(series([...flat(30), ...newest], '2025-01-06', 7), {}, { from: 30 }));

  it('fires with the third week running above one and a half times what is usual, not before', () => {
    expect(judged(20, 20, 20, 20)).toEqual(['normal', 'normal', 'excess', 'excess']);
    expect(judged(20, 20, 12, 20)).toEqual(['normal', 'normal', 'normal', 'normal']);
  });

  it('begins anew after a week without data', () => {
    expect(judged(20, 20, null, 20)).toEqual(['normal', 'normal', 'no-data', 'normal']);
  });

  it('of days expects what the calendar brings, and counts days before the first that is asked for', () => {
    const days = series([...flat(500), 30, 30, 30], '2024-01-01', 1);
    const [found] = aboveExpected(days, {}, { from: 502 });
    expect(found).toMatchObject({ verdict: 'excess', observed: 30, pValue: null });
    expect(found!.expected).toBeCloseTo(10, 0);
    expect(found!.note!.zh).toContain('连续 3 期超过预期的 1.5 倍');
  });
});

describe('a rise against another period', () => {
  it('fires when it reaches the factor, and not just below it', () => {
    expect(verdicts(change(series([12, 24], '2026-01-05', 7)))).toEqual(['too-little-history', 'excess']);
    expect(verdicts(change(series([12, 23], '2026-01-05', 7)))[1]).toBe('normal');
  });

  it('does not fire from a small base, and says so', () => {
    const [, found] = change(series([3, 30], '2026-01-05', 7));
    expect(found).toMatchObject({ verdict: 'normal', expected: 3 });
    expect(found!.note!.zh).toContain('比较期只有 3 件');
  });

  it('knows the same week and the same month of a year earlier', () => {
    const weeks = series([...Array<number>(52).fill(20), 41], '2025-01-06', 7);
    expect(change(weeks, { against: 'year-before' }).at(-1)).toMatchObject({ expected: 20, verdict: 'excess' });
    const months = Array.from({ length: 13 }, (_, i) => ({
      ...{ at: addMonths('2025-01-01', i), count: i === 12 ? 60 : i + 20, complete: true },
    }));
    expect(change(months, { against: 'year-before' }).at(-1)).toMatchObject({ expected: 20, verdict: 'excess' });
  });

  it('compares the days before a Spring Festival with those before the last one', () => {
    // 10 February 2024 and 29 January 2025: three days before, each
    const days = series(
      Array.from({ length: 400 }, () => 10),
      '2024-01-01',
      1,
    ).map((point) =>
      point.at === '2024-02-07' ? { ...point, count: 40 } : point.at === '2025-01-26' ? { ...point, count: 50 } : point,
    );
    const found = change(days, { against: 'lunar' }).find(({ at }) => at === '2025-01-26');
    expect(found).toMatchObject({ expected: 40, verdict: 'normal' });
  });

  it('compares with nothing that has no data', () => {
    expect(verdicts(change(series([null, 30], '2026-01-05', 7)))[1]).toBe('too-little-history');
  });
});

describe('a rise of any size', () => {
  it('is found when four weeks are half as high again, and not in an ordinary year', () => {
    const risen = series([...flat(130), 15, 15, 15, 15, 15, 15], '2024-01-01', 7);
    expect(verdicts(glrCusum(risen, {}, 104))).toContain('excess');
    expect(verdicts(glrCusum(series(flat(160), '2024-01-01', 7), {}, 104))).toEqual(Array(56).fill('normal'));
  });

  it('leaves out weeks without data, and needs those that say what is usual', () => {
    const found = verdicts(glrCusum(series([...flat(104), null, 10], '2024-01-01', 7), {}, 103));
    expect(found).toEqual(['too-little-history', 'no-data', 'normal']);
  });
});

it('the method of 1996 judges like its successor: three times the usual is an excess, with a chance', () => {
  const weeks = series([...flat(200), 30], '2021-01-04', 7);
  const [before, found] = farrington1996Verdicts(weeks, {}, 199);
  expect(before).toMatchObject({ verdict: 'normal' });
  expect(found).toMatchObject({ verdict: 'excess', observed: 30 });
  expect(found!.pValue).toBeLessThan(0.005);
  expect(farrington1996Verdicts(weeks.slice(0, 100), {}, 99)[0]).toMatchObject({ verdict: 'too-little-history' });
});
