import { addMonths } from '@tocsin/calendar';
import { expect, it } from 'vitest';
import { type RatePoint, aboveMedian, rateChange, rateThreshold } from '../index.ts';

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
