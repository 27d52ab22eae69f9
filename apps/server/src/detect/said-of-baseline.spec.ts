import { addCalendarDays } from '@tocsin/calendar';
import { type Point, dailyRegression, earsC2, farringtonFlexible } from '@tocsin/detection';
import { describe, expect, it } from 'vitest';
import { verdictsWithReasons } from './said-of-baseline.ts';

const MONDAY = '2026-01-05';
const EVENT = { isEvent: true, event: { zh: '台风', en: 'Typhoon' } };
const weeks = (counts: readonly number[], more: (i: number) => Partial<Point> = () => ({})): Point[] =>
  counts.map((count, i) => ({ at: addCalendarDays(MONDAY, 7 * i), count, complete: true, ...more(i) }));
const steady = (length: number) => Array.from({ length }, (_, i) => 10 + [-2, 1, 0, 2, -1][i % 5]!);
const ears = { grain: 'week', detector: { name: 'ears-c2' } } as const;
const judged = (points: readonly Point[]) =>
  verdictsWithReasons(points, ears, (known) => earsC2(known, { baseline: 26 })).at(-1);

/** Twenty weeks of ten, four of sixty, four of ten, one of thirty. */
const COUNTS = [...steady(20), 60, 60, 60, 60, ...steady(4), 30];
const isInEvent = (i: number) => i >= 20 && i < 24;

describe('a verdict whose baseline holds a known event', () => {
  it('finds what the event would have hidden, and says what was left out and why', () => {
    expect(judged(weeks(COUNTS))).toMatchObject({ verdict: 'normal', note: null });
    const found = judged(weeks(COUNTS, (i) => (isInEvent(i) ? EVENT : {})));
    expect(found).toMatchObject({ verdict: 'excess' });
    expect(found!.expected).toBeCloseTo(10, 0);
    expect(found!.note!.zh).toContain('基线未计入已知事件「台风」的 4 期');
    expect(found!.note!.en).toContain('4 periods of known events (Typhoon) were left out of the baseline');
  });

  it('judges the bucket of an event like any other', () => {
    const during = weeks([...steady(28), 60], (i) => (i === 28 ? EVENT : {}));
    expect(judged(during)).toMatchObject({ verdict: 'excess', observed: 60, note: null });
  });

  it('is never silenced by it: with too little left, all of the history is used, which is said', () => {
    const long = weeks([...steady(28), 60], (i) => (i >= 8 && i < 28 ? EVENT : {}));
    const found = judged(long);
    expect(found).toMatchObject({ verdict: 'excess' });
    expect(found!.note!.zh).toContain('除去已知事件和未到齐的日子后历史不足, 改按全部历史判断');
  });
});

describe('a bucket that still comes in', () => {
  it('is held against what should have come by now: six tenths of ten, and six tenths of a burst', () => {
    const late = (count: number) => judged(weeks([...steady(28), count], (i) => (i === 28 ? { maturity: 0.6 } : {})));
    expect(late(6)!.expected).toBeCloseTo(6, 0);
    expect(late(6)!.verdict).toBe('normal');
    expect(late(18)!.verdict).toBe('excess');
    expect(judged(weeks([...steady(28), 14]))!.verdict).toBe('normal');
    expect(late(14)!.note!.zh).toContain('迟报件约到 60%');
  });

  it('is not tested below a half', () => {
    const found = judged(weeks([...steady(28), 60], (i) => (i === 28 ? { maturity: 0.4 } : {})));
    expect(found).toMatchObject({ verdict: 'not-mature' });
  });
});

describe('the business behind a series', () => {
  const grown = (i: number) => (i < 200 ? 1 : 2);
  const farrington = { grain: 'week', detector: { name: 'farrington-flexible' } } as const;
  const newest = (points: readonly Point[]) =>
    verdictsWithReasons(points, farrington, (known) => farringtonFlexible(known, { trend: false })).at(-1)!;
  const counts = Array.from({ length: 209 }, (_, i) => (10 + [-2, 1, 0, 2, -1][i % 5]!) * grown(i));

  it('is no news when it doubles with its complaints; without it the rise is one, and that is said', () => {
    const plain = newest(weeks(counts));
    expect(plain.verdict).toBe('excess');
    expect(plain.note!.zh).toContain('无业务量数据, 按件数判断');
    expect(newest(weeks(counts, (i) => ({ exposure: grown(i) }))).verdict).toBe('normal');
    const burst = newest(weeks([...counts.slice(0, -1), 60], (i) => ({ exposure: grown(i) })));
    expect(burst).toMatchObject({ verdict: 'excess' });
    expect(burst.note!.zh).toContain('预期已按业务量折算');
  });

  it('counts for days as well', () => {
    const days = Array.from({ length: 500 }, (_, i): Point => {
      const volume = i < 480 ? 1 : 2;
      const count = (20 + [-3, 1, 0, 3, -1, 2, -2][i % 7]!) * volume;
      return { at: addCalendarDays('2025-01-01', i), count, complete: true, exposure: volume };
    });
    const [plain, known] = [days.map(({ exposure: _, ...point }) => point), days].map(
      (points) => dailyRegression(points, {}, { from: 499 })[0]!.verdict,
    );
    expect([plain, known]).toEqual(['excess', 'normal']);
  });
});
