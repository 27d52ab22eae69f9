import { expect, it } from 'vitest';
import { compareWith } from './compare-with.ts';

const period = (from: string, until: string) => ({ from, until });

it('sets January and February beside the same days from the Spring Festival a year before', () => {
  // 29 January 2025 and 17 February 2026
  expect(compareWith('lunar', period('2026-01-01', '2026-03-01'), 'day')).toEqual({ by: 384, unit: 'day' });
  expect(() => compareWith('lunar', period('2026-03-01', '2026-06-01'), 'day')).toThrow();
});

it('keeps dates from year to year, and days of the week in weeks', () => {
  expect(compareWith('year', period('2026-01-01', '2027-01-01'), 'month')).toEqual({ by: 12, unit: 'month' });
  expect(compareWith('year', period('2026-01-01', '2027-01-01'), 'week')).toEqual({ by: 364, unit: 'day' });
});

it('sets a period beside as much time just before', () => {
  expect(compareWith('period', period('2026-10-01', '2026-11-01'), 'day')).toEqual({ by: 1, unit: 'month' });
  expect(compareWith('period', period('2026-07-01', '2026-10-01'), 'month')).toEqual({ by: 3, unit: 'month' });
  expect(compareWith('period', period('2026-10-05', '2026-10-15'), 'day')).toEqual({ by: 10, unit: 'day' });
  expect(compareWith('period', period('2026-10-01', '2026-11-01'), 'week')).toEqual({ by: 35, unit: 'day' });
  expect(compareWith(undefined, period('2026-10-01', '2026-11-01'), 'week')).toBeUndefined();
});
