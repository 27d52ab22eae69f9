import type { Alert } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { isInFilter } from '../alerts/alert-in-filter.ts';
import { emptyLists } from '../filter/empty-lists.ts';
import { trendMarks, trendPoints } from './trend-points.ts';
import { bucketEnd, bucketStart } from '../figures/grain.ts';
import { defaultGrain, trendWindow, yearBefore } from './trend-window.ts';

const october = { from: '2026-10-01', until: '2026-11-01' };
const alert = (id: string, level: Alert['level'], firstBucket: string) =>
  ({ id, level, peakLevel: level, firstBucket, slice: {} }) as Alert;

describe('the trend’s window', () => {
  it('shows a year of weeks and goes on to the data’s end when that is near', () => {
    expect(trendWindow(october, 'week', '2026-11-23')).toEqual({ from: '2025-11-17', until: '2026-11-23' });
  });

  it('goes on to the end of what a late feed owes, and stays near', () => {
    expect(trendWindow(october, 'day', '2026-11-02', '2026-11-09').until).toBe('2026-11-09');
    expect(trendWindow({ ...october, until: '2026-11-02' }, 'day', '2026-11-02', '2026-11-09').until).toBe(
      '2026-11-09',
    );
    expect(trendWindow({ ...october, until: '2026-11-20' }, 'day', '2026-11-02', '2026-11-09').until).toBe(
      '2026-11-20',
    );
    const longPast = { from: '2025-01-01', until: '2025-02-01' };
    expect(trendWindow(longPast, 'day', '2026-11-02', '2026-11-09').until).toBe('2025-02-01');
  });

  it('ends with the period when the data go on long after it', () => {
    expect(trendWindow({ from: '2025-01-01', until: '2025-02-01' }, 'month', '2026-11-23')).toEqual({
      from: '2023-01-01',
      until: '2025-02-01',
    });
  });

  it('never cuts the chosen period', () => {
    expect(trendWindow({ from: '2024-01-10', until: '2026-11-01' }, 'day', '2026-11-23').from).toBe('2024-01-10');
  });

  it('cuts buckets whole', () => {
    expect([bucketStart('quarter', '2026-11-22'), bucketEnd('quarter', '2026-11-22')]).toEqual([
      '2026-10-01',
      '2027-01-01',
    ]);
    expect([bucketStart('year', '2026-11-22'), bucketEnd('year', '2026-11-22')]).toEqual(['2026-01-01', '2027-01-01']);
    expect([bucketStart('week', '2026-11-22'), bucketEnd('week', '2026-11-22')]).toEqual(['2026-11-16', '2026-11-23']);
    expect([bucketStart('month', '2026-11-22'), bucketEnd('month', '2026-11-22')]).toEqual([
      '2026-11-01',
      '2026-12-01',
    ]);
    expect(yearBefore('week', '2026-11-16')).toBe('2025-11-17');
    expect(yearBefore('month', '2026-11-01')).toBe('2025-11-01');
  });

  it('picks a grain by the period’s length', () => {
    expect(defaultGrain({ from: '2026-11-16', until: '2026-11-23' })).toBe('day');
    expect(defaultGrain(october)).toBe('week');
    expect(defaultGrain({ from: '2024-01-01', until: '2026-01-01' })).toBe('month');
  });
});

describe('the trend’s points', () => {
  const series = [
    { at: '2025-11-17', split: '', value: 5, compared: null, complete: true },
    { at: '2026-11-09', split: '', value: 8, compared: null, complete: true },
    { at: '2026-11-16', split: '', value: 3, compared: null, complete: true },
  ];

  it('stand beside their bucket a year before', () => {
    expect(trendPoints(series, '2026-11-09', 'week', '2026-11-23')).toEqual([
      { at: '2026-11-09', value: 8, before: null, complete: true },
      { at: '2026-11-16', value: 3, before: 5, complete: true },
    ]);
  });

  it('are unfinished while less than half of them has come, and say what they will be', () => {
    const nowcast = { expected: 9, lower: 4, upper: 15 };
    const told = new Map([['2026-11-16', { band: undefined, nowcast, isMature: false }]]);
    const points = trendPoints(series, '2026-11-09', 'week', '2026-11-23', told);
    expect(points.map(({ complete }) => complete)).toEqual([true, false]);
    expect(points[1]?.nowcast).toEqual(nowcast);
  });

  it('are unfinished past the data’s end, whatever the calendar says', () => {
    expect(trendPoints(series, '2026-11-16', 'week', '2026-11-20')[0]?.complete).toBe(false);
  });

  it('carry the highest warning of their bucket', () => {
    const alerts = [
      alert('a', 'blue', '2026-11-17'),
      alert('b', 'red', '2026-11-22'),
      alert('c', 'yellow', '2026-11-02'),
    ];
    expect(trendMarks(alerts, 'week', (top, count) => `${top.id} ${count}`)).toEqual([
      { at: '2026-11-16', level: 'red', count: 2, label: 'b 2', alertId: 'b' },
      { at: '2026-11-02', level: 'yellow', count: 1, label: 'c 1', alertId: 'c' },
    ]);
  });
});

describe('a warning inside a filter', () => {
  const lists = { ...emptyLists(), region: ['340000'], reason: ['surrender'] };
  it('names a chosen code, or a part of one, in every dimension that is cut', () => {
    expect(isInFilter({ region: '340000', reason: 'surrender.refund' }, lists)).toBe(true);
    expect(isInFilter({ region: '340000', reason: 'surrendering' }, lists)).toBe(false);
    expect(isInFilter({ region: '340000' }, lists)).toBe(false);
    expect(isInFilter({}, emptyLists())).toBe(true);
  });
});
