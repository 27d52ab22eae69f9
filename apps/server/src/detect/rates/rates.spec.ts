import { addMonths } from '@tocsin/calendar';
import { type SeriesRuleInput, SeriesRule } from '@tocsin/contracts';
import type { RatePoint } from '@tocsin/detection';
import { describe, expect, it } from 'vitest';
import { type RateRule, isRateRule } from './rate-rule.ts';
import { ratePoints } from './rate-points.ts';
import { rateText } from './rate-sentence.ts';
import { rateSignals } from './rate-signals.ts';
import { type Medians, mediansOf } from './sector-medians.ts';

const rateRule = (more: Partial<SeriesRuleInput> & Pick<SeriesRuleInput, 'detector'>): RateRule => {
  const rule = SeriesRule.parse({
    ...{ id: 'rate', version: 1, label: { zh: '率', en: 'Rate' }, measure: 'per_100m_premium', grain: 'month' },
    ...more,
  });
  if (!isRateRule(rule)) throw new Error('not a rule about a rate');
  return rule;
};
const limit = { name: 'threshold', atLeast: 4.5, level: 'orange' } as const;
const months = (count: number, first = '2026-01-01') =>
  Array.from({ length: count }, (_, i) => ({ at: addMonths(first, i), count: 0, complete: true }));

describe('the rate of a bucket', () => {
  it('is cases over exposure in the unit of the rate', () => {
    // 9 cases over 200 million yuan: 4.5 per 100 million
    const slice = { months: ['2026-01-01'], cases: [9], exposure: [200_000_000] };
    expect(ratePoints(rateRule({ detector: limit }), slice, months(1))).toEqual([
      { at: '2026-01-01', rate: 4.5, cases: 9, exposure: 200_000_000, complete: true, missing: null },
    ]);
  });

  it('of a quarter is made of all its months, and there is none while one of them has no exposure', () => {
    const rule = rateRule({ grain: 'quarter', detector: limit });
    const slice = {
      months: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'],
      ...{ cases: [3, 6, 3, 1, 1, 9], exposure: [1e8, 2e8, 1e8, 1e8, 1e8, null] },
    };
    const quarters = ['2026-01-01', '2026-04-01'].map((at) => ({ at, count: 0, complete: true }));
    expect(ratePoints(rule, slice, quarters)).toMatchObject([
      { rate: 3, cases: 12, exposure: 4e8 }, // 12 over 4 × 100 million
      {
        rate: null,
        cases: 11,
        exposure: null,
        missing: { zh: '没有2026年6月的保费数据', en: 'no premium known for Jun 2026' },
      },
    ]);
  });

  it('is none where nothing was collected, or no data cover the days: neither is zero', () => {
    const slice = { months: ['2026-01-01', '2026-02-01'], cases: [2, 0], exposure: [0, 1e8] };
    const uncovered = [...months(1), { at: '2026-02-01', count: null, complete: false }];
    expect(ratePoints(rateRule({ detector: limit }), slice, uncovered)).toMatchObject([
      { rate: null, missing: { zh: '保费为 0' } },
      { rate: null, cases: null, missing: { zh: '没有投诉数据' } },
    ]);
  });
});

describe('a bucket that known events touch', () => {
  const label = { zh: '台风', en: 'Typhoon' };
  const storm = { label, from: '2026-02-27', until: '2026-03-01', part: {} };
  const slice = {
    months: ['2026-01-01', '2026-02-01', '2026-03-01'],
    ...{ cases: [3, 60, 3], exposure: [1e8, 1e8, 2e8] },
  };
  const quarter = [{ at: '2026-01-01', count: 0, complete: true }];

  it('keeps its rate, and knows that of its months without them', () => {
    const rule = rateRule({ grain: 'quarter', detector: limit });
    expect(ratePoints(rule, slice, quarter, [storm])).toMatchObject([
      { rate: 16.5, cases: 66, event: { labels: [label], without: { rate: 2, cases: 6 } } }, // 6 over 3 × 100 million
    ]);
    const long = { ...storm, from: '2026-01-31', until: '2026-03-02' };
    expect(ratePoints(rule, slice, quarter, [long])[0]!.event!.without).toBeNull();
  });

  it('is told apart by the day on which they began and ended', () => {
    const found = ratePoints(rateRule({ detector: limit }), slice, months(3), [storm]);
    expect(found.map(({ event }) => event?.without)).toEqual([undefined, null, undefined]);
  });

  it('is named in the sentence with what it was held against in its place', () => {
    const rule = rateRule({ detector: { name: 'change', against: 'previous', factor: 2 } });
    const points = [point('2026-01-01', 2), point('2026-02-01', 9), point('2026-03-01', 5)];
    const touched = points.map((one, i) => (i === 1 ? { ...one, event: { labels: [label], without: null } } : one));
    expect(judged(rule, points).at(-1)).toMatchObject({ verdict: 'normal', expected: 9 });
    const found = judged(rule, touched).at(-1);
    expect(found).toMatchObject({ verdict: 'excess', expected: 2 });
    expect(found!.note!.zh).toContain('为2026年1月 2.00 的 2.50 倍（2 倍起预警）, 原比较期属已知事件「台风」');
    expect(found!.note!.en).toContain('2.50 × the 2.00 of Jan 2026 (warns from 2 × on), the period to compare with');
  });
});

const point = (at: string, rate: number | null, cases = 100, more: Partial<RatePoint> = {}): RatePoint => ({
  ...{ at, rate, cases, exposure: rate === null ? null : (cases * 1e8) / rate, complete: true },
  ...{ missing: rate === null ? { zh: '没有保费数据', en: 'no premium known' } : null, ...more },
});
const judged = (rule: RateRule, points: RatePoint[], medians = new Map<string, number>()) =>
  rateSignals(rule, [{ key: 'all', slice: {}, points }], { from: '2025-01-01', at: new Date(0), medians });

describe('a threshold', () => {
  it('is reached by a rate that equals it, at the level of the rule; what is below is normal, and nothing is not judged', () => {
    const points = [point('2026-01-01', 4.4), point('2026-02-01', 4.5, 9), point('2026-03-01', null)];
    const [below, at, none] = judged(rateRule({ detector: limit }), points);
    expect(below).toMatchObject({ verdict: 'normal', level: '', observed: 4.4, upper: 4.5 });
    expect(at).toMatchObject({ verdict: 'excess', level: 'orange', observed: 4.5, expected: 4.4 });
    expect(at!.note).toEqual({
      zh: '2026年2月 4.50 件/亿元（监管转办 9 件 ÷ 保费 2.00 亿元）, 达到设定的 4.5, 平时 4.40',
      en: 'Feb 2026: 4.50 per 100M yuan (9 complaints forwarded by the regulator ÷ premium 2.00 × 100M yuan), at or above the limit of 4.5, usually 4.40',
    });
    expect(none).toMatchObject({ verdict: 'no-data', level: '', observed: null, expected: null });
    expect(none!.note!.zh).toBe('2026年3月 监管转办 100 件, 没有保费数据');
  });

  it('is not warned of from fewer cases than the rule asks for, and the sentence says so', () => {
    const [found] = judged(rateRule({ detector: limit, minCount: 10 }), [
      point('2026-01-01', 9, 9),
      point('2026-02-01', 1),
    ]);
    expect(found).toMatchObject({ verdict: 'normal', level: '' });
    expect(found!.note!.zh).toContain('只有 9 件, 不足最少 10 件, 不作预警');
  });

  it('may be passed by part of the cases, but part of them is never normal', () => {
    const partly = [point('2026-01-01', 5, 50, { complete: false }), point('2026-02-01', 2, 50, { complete: false })];
    expect(judged(rateRule({ detector: limit }), partly).map(({ verdict }) => verdict)).toEqual([
      'excess',
      'not-mature',
    ]);
  });
});

describe('a rise', () => {
  const rise = (against: 'previous' | 'year-before' | 'lunar', more = {}) =>
    rateRule({ detector: { name: 'change', against, factor: 2, ...more } });

  it('against the month before fires at the factor', () => {
    const [, calm, risen] = judged(rise('previous'), [
      point('2026-01-01', 2),
      point('2026-02-01', 2.5),
      point('2026-03-01', 5),
    ]);
    expect(calm).toMatchObject({ verdict: 'normal', expected: 2, upper: 4 });
    expect(risen).toMatchObject({ verdict: 'excess', level: 'yellow', expected: 2.5 });
    expect(risen!.note!.zh).toContain('为上期（2026年2月）2.50 的 2.00 倍（2 倍起预警）');
  });

  it('against a year earlier knows which month that is; the lunar year is that too, and it says why', () => {
    const points = [point('2025-02-01', 2), point('2026-01-01', 9), point('2026-02-01', 4.2)];
    expect(judged(rise('year-before'), points).at(-1)).toMatchObject({ verdict: 'excess', expected: 2 });
    const lunar = judged(rise('lunar'), points).at(-1);
    expect(lunar).toMatchObject({ verdict: 'excess', expected: 2 });
    expect(lunar!.note!.zh).toContain('无法按农历对齐');
  });

  it('is not told of a small base, nor without a rate to compare with', () => {
    const small = [point('2026-01-01', 0.5, 3), point('2026-02-01', 5)];
    expect(judged(rise('previous'), small).at(-1)).toMatchObject({ verdict: 'normal', level: '' });
    const none = judged(rise('previous'), [point('2026-01-01', null), point('2026-02-01', 5)]).at(-1);
    expect(none).toMatchObject({ verdict: 'too-little-history', expected: null, observed: 5 });
    expect(none!.note!.zh).toContain('比较期没有比率（没有保费数据）');
  });
});

describe('the median of the industry', () => {
  const rule = rateRule({
    ...{ grain: 'quarter', detector: { name: 'peer-median', sector: 'property', factor: 1.2, level: 'orange' } },
  });
  const median = (more: object) => ({
    ...{ period: '2026Q2', from: '2026-04-01', until: '2026-07-01', region: '全国', sector: 'property' },
    ...{ measure: 'per_100m_premium', value: 3.66, unit: '件/亿元', derived: false, versions: 1, note: '' },
    ...{ bulletin: { title: '', url: '' }, ...more },
  });

  it('is that of the country, the sector, the rate and just the quarter', () => {
    const published = [
      median({}),
      median({ sector: 'life', value: 1 }),
      median({ region: '广东', value: 2 }),
      median({ measure: 'per_10k_policies', value: 0.2 }),
      median({ period: '2026H1', from: '2026-01-01', value: 4 }),
    ] as Medians;
    expect(mediansOf(rule, published)).toEqual(new Map([['2026-04-01', 3.66]]));
  });

  it('fires from the factor on; a quarter without one is not judged, and said', () => {
    const points = [point('2026-01-01', 9), point('2026-04-01', 4.392, 61)];
    const [unpublished, found] = judged(rule, points, new Map([['2026-04-01', 3.66]]));
    expect(unpublished).toMatchObject({ verdict: 'not-mature', level: '', observed: 9, expected: null });
    expect(unpublished!.note!.en).toContain('no median of this quarter has been published for property insurers');
    // 3.66 × 1.2 = 4.392
    expect(found).toMatchObject({ verdict: 'excess', level: 'orange', expected: 3.66, upper: 4.392 });
    expect(found!.note!.zh).toContain('为2026年2季度财产险行业中位数 3.66 的 1.20 倍（1.2 倍起预警）');
  });
});

it('small rates keep two digits, large ones one place', () => {
  expect([0, 0.0123, 0.27, 3.9, 25.04].map(rateText)).toEqual(['0', '0.012', '0.27', '3.90', '25.0']);
});
