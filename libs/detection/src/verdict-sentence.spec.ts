import type { Verdict } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { detectors, findDetector, howRare, verdictSentence } from './index.ts';

const excess: Verdict = {
  at: '2026-11-16',
  observed: 62,
  expected: 21.3,
  upper: 38.2,
  pValue: 7 / (14 * (365.25 / 12)), // once in 14 months of weeks
  score: 7,
  verdict: 'excess',
  note: null,
};

describe('the sentence of a verdict', () => {
  it('says what came, what was expected and how rare that is', () => {
    expect(verdictSentence(excess, 'week')).toEqual({
      zh: '11月16日当周 62 件, 预期 21, 约每 14 个月偶然出现一次',
      en: 'Week of 16 Nov: 62 cases, 21 expected, by chance about once in 14 months',
    });
  });

  it('says what was left out', () => {
    const note = { zh: '基线缺 3 期数据, 未计入', en: '3 periods left out' };
    expect(verdictSentence({ ...excess, note }, 'week').zh).toMatch(/, 基线缺 3 期数据, 未计入$/);
  });

  it('makes no news of an ordinary number', () => {
    const ordinary: Verdict = { ...excess, observed: 1, expected: 1.24, pValue: 0.7, verdict: 'normal' };
    expect(verdictSentence(ordinary, 'day')).toEqual({
      zh: '11月16日 1 件, 预期 1.2',
      en: '16 Nov: 1 case, 1.2 expected',
    });
  });

  it('does not call nothing what is only little', () => {
    const rare: Verdict = { ...excess, observed: 3, expected: 0.04 };
    expect(verdictSentence(rare, 'day').en).toMatch(/^16 Nov: 3 cases, <0.1 expected/);
    expect(verdictSentence({ ...rare, expected: 0 }, 'day').en).toMatch(/^16 Nov: 3 cases, 0 expected/);
  });

  it('names the limit where a fixed one was crossed', () => {
    const crossed: Verdict = { ...excess, observed: 25, expected: 8, upper: 19, pValue: null };
    expect(verdictSentence(crossed, 'day').zh).toBe('11月16日 25 件, 超过上限 19, 平时 8');
  });

  it('says only why, where there is no data', () => {
    const none = {
      ...excess,
      observed: null,
      verdict: 'no-data',
      note: { zh: '本期没有数据', en: 'No data' },
    } as const;
    expect(verdictSentence(none, 'day')).toEqual({ zh: '11月16日 本期没有数据', en: '16 Nov: No data' });
  });
});

describe('how rare', () => {
  it.each([
    [0.2, 'day', '约每 5 天偶然出现一次', 'by chance about once in 5 days'],
    [0.05, 'day', '约每 3 周偶然出现一次', 'by chance about once in 3 weeks'],
    [0.5, 'week', '约每 2 周偶然出现一次', 'by chance about once in 2 weeks'],
    [0.001, 'day', '约每 3 年偶然出现一次', 'by chance about once in 3 years'],
    [1, 'day', '约每 1 天偶然出现一次', 'by chance about once in 1 day'],
    [1e-9, 'week', '一百年也难偶然出现一次', 'by chance less than once in a hundred years'],
    [0, 'week', '一百年也难偶然出现一次', 'by chance less than once in a hundred years'],
  ] as const)('a chance of %d a %s', (pValue, grain, zh, en) => {
    expect(howRare(pValue, grain)).toEqual({ zh, en });
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(detectors))('%s is named, described and runs with its own defaults', (name, entry) => {
    expect(entry.name).toBe(name);
    expect(entry.description.zh).not.toBe('');
    const options = name === 'threshold' ? { atLeast: 5 } : {};
    expect(entry.run([{ at: '2026-01-05', count: 3, complete: true }], options)).toHaveLength(1);
    expect(entry.history(options)).toBeGreaterThanOrEqual(0);
  });

  it('refuses options outside their bounds', () => {
    expect(() => detectors['ears-c2'].run([], { alpha: 2 })).toThrow();
    expect(findDetector('ears-c9')).toBeUndefined();
  });
});
