import { addCalendarDays } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { type Point, chanceOfSoMany, earsC1, earsC2, earsC3, threshold } from './index.ts';

const days = (counts: readonly (number | null)[], more: Partial<Point> = {}): Point[] =>
  counts.map((count, i) => ({
    at: addCalendarDays('2026-01-01', i),
    count,
    complete: true,
    ...(i === counts.length - 1 ? more : {}),
  }));

const options = { baseline: 7, minSigma: 0.5 };
const newest = (verdicts: ReturnType<typeof earsC2>) => verdicts.at(-1)!;

//                          baseline 1…7         guard   newest
const steadyThen = (count: number | null) => [1, 2, 3, 4, 5, 6, 7, 90, 90, count];

describe('EARS C2', () => {
  it('scores the newest bucket against the seven before the guard band', () => {
    // mean 4, sd √(28/6) = 2.1602…, z(.999) = 3.0902…: upper 10.6757, score (12 − 4)/2.1602
    expect(newest(earsC2(days(steadyThen(12)), options))).toMatchObject({
      observed: 12,
      expected: 4,
      upper: expect.closeTo(10.6757, 4),
      score: expect.closeTo(3.7033, 4),
      verdict: 'excess',
      note: null,
    });
    expect(newest(earsC2(days(steadyThen(10)), options)).verdict).toBe('normal');
  });

  it('does not shout at one complaint after months of silence', () => {
    const silence = days([...Array<number>(40).fill(0), 1]);
    expect(newest(earsC2(silence))).toMatchObject({ expected: 0, upper: expect.closeTo(1.545, 3), verdict: 'normal' });
  });

  it('says how much history it would need rather than guess', () => {
    const verdicts = earsC2(days([3, 4, 5]), options);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(Array(3).fill('too-little-history'));
    expect(newest(verdicts)).toMatchObject({ expected: null, upper: null, pValue: null });
    expect(newest(verdicts).note).toEqual({
      zh: '历史不足: 需要 7 期, 只有 0 期',
      en: 'too little history: 7 periods are needed, there are 0',
    });
  });

  it('never judges a bucket without data, but keeps its band', () => {
    expect(newest(earsC2(days(steadyThen(null)), options))).toMatchObject({
      observed: null,
      expected: 4,
      pValue: null,
      verdict: 'no-data',
    });
  });

  it('takes no data for no data in the baseline too, never for 0', () => {
    const withHoles = [1, null, 3, 4, 5, null, 7, 90, 90, 12];
    // mean of 1, 3, 4, 5, 7
    expect(newest(earsC2(days(withHoles), options))).toMatchObject({
      expected: 4,
      note: { zh: expect.stringContaining('基线有 2 期未计入'), en: expect.stringContaining('2 periods') },
    });
    const mostlyHoles = [null, null, 3, null, 5, null, 7, 90, 90, 12];
    expect(newest(earsC2(days(mostlyHoles), options)).verdict).toBe('too-little-history');
  });

  it('lets a running bucket exceed, but never confirm that all is normal', () => {
    const running = { complete: false };
    expect(newest(earsC2(days(steadyThen(12), running), options)).verdict).toBe('excess');
    expect(newest(earsC2(days(steadyThen(3), running), options)).verdict).toBe('not-mature');
  });

  it('leaves unfinished buckets out of the baseline', () => {
    const series = days(steadyThen(12)).map((point, i) => (i === 6 ? { ...point, complete: false } : point));
    expect(newest(earsC2(series, options))).toMatchObject({ expected: 3.5 }); // mean of 1…6
  });
});

describe('EARS C1 and C3', () => {
  it('C1 has no guard: the two high days before lift its bound', () => {
    // baseline 4, 5, 6, 7, 90, 90 and 3
    expect(newest(earsC1(days(steadyThen(12)), options))).toMatchObject({
      expected: expect.closeTo(205 / 7, 10),
      verdict: 'normal',
    });
  });

  it('C3 adds up a rise that C2 does not see', () => {
    const rise = days([...Array.from({ length: 14 }, (_, i) => 4 + (i % 3)), 7, 7, 7]);
    expect(newest(earsC2(rise, options)).verdict).toBe('normal');
    expect(newest(earsC3(rise, { baseline: 7, minSigma: 0.5 }))).toMatchObject({ verdict: 'excess', pValue: null });
  });

  it('C3 ignores a day without data among those it remembers', () => {
    const series = days([...Array.from({ length: 14 }, (_, i) => 4 + (i % 3)), 7, null, 7]);
    expect(newest(earsC3(series, options)).verdict).toBe('normal');
  });
});

describe('the chance of so many', () => {
  it('is far more careful than the normal tail on small counts', () => {
    // mean 0.5, sd 0.7: 3 cases lie 3.6 sd out, which a normal tail calls 0.00017.
    const chance = chanceOfSoMany(3, { mean: 0.5, sd: 0.7, used: 28, leftOut: 0 });
    expect(chance).toBeGreaterThan(0.01);
    expect(chance).toBeLessThan(0.03);
  });

  it('does not take 28 silent days for proof that nothing can happen', () => {
    const silent = { mean: 0, sd: 0.5, used: 28, leftOut: 0 };
    expect(chanceOfSoMany(1, silent)).toBeGreaterThan(0.01);
    expect(chanceOfSoMany(6, silent)).toBeLessThan(1e-3);
  });

  it('falls as the count rises, and is certain for none', () => {
    const baseline = { mean: 20, sd: 6, used: 26, leftOut: 0 };
    const chances = [0, 10, 20, 21, 30, 45, 70].map((count) => chanceOfSoMany(count, baseline));
    expect(chances[0]).toBe(1);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
  });

  it('trusts a short baseline less', () => {
    const of = (used: number) => chanceOfSoMany(45, { mean: 20, sd: 6, used, leftOut: 0 });
    expect(of(7)).toBeGreaterThan(5 * of(28));
  });
});

describe('a fixed threshold', () => {
  it('fires at the number set, and shows what is usual', () => {
    expect(threshold(days([2, 4, 20]), { atLeast: 20 })[2]).toMatchObject({
      observed: 20,
      expected: 3,
      upper: 19,
      pValue: null,
      verdict: 'excess',
    });
    expect(threshold(days([2, 4, 19]), { atLeast: 20 })[2]!.verdict).toBe('normal');
  });

  it('needs no history, and no data is no excess', () => {
    const verdicts = threshold(days([25, null]), { atLeast: 20 });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['excess', 'no-data']);
    expect(verdicts[0]!.expected).toBeNull();
  });
});
