import { addMonths } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { type RatePoint, aboveMedian, comparedWith, rateChange, rateThreshold } from '../index.ts';

const unknown = { zh: '没有分母', en: 'no exposure' };
/** Months of rates from January 2026 on, each of a hundred cases; null has no rate. */
const months = (...values: (number | null)[]): RatePoint[] =>
  values.map((rate, i) => ({
    ...{ at: addMonths('2026-01-01', i), rate, cases: 100, exposure: rate === null ? null : 1, complete: true },
    missing: rate === null ? unknown : null,
  }));
const fewest = 0;

it('a threshold is reached by what equals it but for the last bits, and needs no whole number', () => {
  // .1 + .2 is a little more than .3, .3 × 7 a little less than 2.1
  const found = rateThreshold(months(0.3, 2.1), { atLeast: 0.3 * 7, fewest });
  expect(found.map(({ verdict }) => verdict)).toEqual(['normal', 'excess']);
  expect(rateThreshold(months(2.25), { atLeast: 2.5, fewest })[0]).toMatchObject({ verdict: 'normal', score: 0.9 });
});

it('shows the mean of the twelve buckets before, of those that have a rate', () => {
  const found = rateThreshold(months(1, null, 3, 9), { atLeast: 10, fewest }).at(-1);
  expect(found?.expected).toBe(2);
});

it('is no zero where there is none: nothing is judged, and the reason is kept', () => {
  const none = { verdict: 'no-data', observed: null, upper: null, note: unknown };
  expect(rateThreshold(months(null), { atLeast: 1, fewest })[0]).toMatchObject(none);
  const rise = { against: 'previous', factor: 2, fewestBefore: 10, fewest } as const;
  expect(rateChange(months(1, null), rise)[1]).toMatchObject(none);
  expect(aboveMedian(months(null), { factor: 1, medians: new Map(), unpublished: unknown, fewest })[0]).toMatchObject(
    none,
  );
});

it('a rise from no case at all is no ratio', () => {
  const points = months(0, 5).map((point, i) => (i === 0 ? { ...point, cases: 0 } : point));
  const [, found] = rateChange(points, { against: 'previous', factor: 2, fewestBefore: 1, fewest });
  expect(found).toMatchObject({ verdict: 'too-little-history', note: { zh: '比较期只有 0 件, 不足 1 件, 未作判断' } });
});

it('a median is reached at the factor; without one of that bucket there is no verdict', () => {
  const options = { factor: 1.1, unpublished: unknown, fewest };
  const found = aboveMedian(months(3.3, 3.3), { ...options, medians: new Map([['2026-01-01', 3]]) });
  expect(found).toMatchObject([
    { verdict: 'excess', expected: 3 },
    { verdict: 'not-mature', expected: null, observed: 3.3, note: unknown },
  ]);
});

describe('a rate beside known events', () => {
  const label = { zh: '台风', en: 'Typhoon' };
  const during = (point: RatePoint, without: { rate: number; cases: number } | null = null): RatePoint => ({
    ...point,
    event: { labels: [label], without },
  });
  const rise = { against: 'previous', factor: 2, fewestBefore: 10, fewest } as const;

  it('is held against the newest bucket before it that none of them touched', () => {
    const [quiet, before, storm, now] = months(2, 3, 9, 6) as [RatePoint, RatePoint, RatePoint, RatePoint];
    expect(rateChange([quiet, before, storm, now], rise)[3]).toMatchObject({ verdict: 'normal', expected: 9 });
    const found = rateChange([quiet, before, during(storm), now], rise)[3];
    expect(found).toMatchObject({ verdict: 'excess', expected: 3, upper: expect.closeTo(6, 9) as number });
    expect(found!.note).toEqual({
      zh: '原比较期属已知事件「台风」, 改与未受影响的一期比较',
      en: 'the period to compare with holds known events (Typhoon): one that they did not touch is used instead',
    });
    const twice = [quiet, during(before), during(storm), now];
    expect(comparedWith(twice, 3, 'previous')).toMatchObject({ at: quiet.at, rate: 2 });
  });

  it('is held against what is left of a bucket, where some of its months were not touched', () => {
    const [before, storm, now] = months(3, 9, 6) as [RatePoint, RatePoint, RatePoint];
    const [, , found] = rateChange([before, during(storm, { rate: 4, cases: 60 }), now], rise);
    expect(found).toMatchObject({ verdict: 'normal', expected: 4 });
    expect(found!.note!.zh).toBe('比较期未计入已知事件「台风」所在的月份');
    // Of fewer cases than are asked for, what is left is a small base.
    const small = rateChange([before, during(storm, { rate: 2, cases: 9 }), now], rise)[2];
    expect(small).toMatchObject({
      verdict: 'normal',
      note: { zh: expect.stringContaining('比较期只有 9 件') as string },
    });
  });

  it('is held against the same months of a still earlier year', () => {
    const years = months(...Array.from({ length: 25 }, () => 2));
    const touched = years.map((point, i) => (i === 12 ? during({ ...point, rate: 8 }) : point));
    const options = { ...rise, against: 'year-before' } as const;
    expect(rateChange(touched, options)[24]).toMatchObject({ expected: 2 });
    expect(comparedWith(touched, 24, 'year-before')?.at).toBe(years[0]!.at);
  });

  it('is never silenced: with nothing else to be held against it is held against the event, and says so', () => {
    const [storm, now] = months(3, 7) as [RatePoint, RatePoint];
    const [, found] = rateChange([during(storm), now], rise);
    expect(found).toMatchObject({ verdict: 'excess', expected: 3 });
    expect(found!.note!.zh).toBe('比较期属已知事件「台风」, 没有未受影响的一期可换, 仍与之比较');
  });

  it('is judged like any other itself, and is no part of what is usual beside a threshold', () => {
    const [calm, storm, now] = months(2, 9, 3) as [RatePoint, RatePoint, RatePoint];
    const found = rateThreshold([calm, during(storm), now], { atLeast: 5, fewest });
    expect(found.map(({ verdict, expected }) => [verdict, expected])).toEqual([
      ['normal', null],
      ['excess', 2],
      ['normal', 2],
    ]);
    expect(found[2]!.note!.zh).toBe('平时未计入已知事件「台风」所在的月份');
    expect(rateThreshold([during(storm), now], { atLeast: 5, fewest })[1]).toMatchObject({ expected: 9, note: null });
  });
});
