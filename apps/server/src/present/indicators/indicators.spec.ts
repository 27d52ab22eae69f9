import { type SumId, sumIds } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { fromSums, isOfSums, whyMissing } from './ratio-of-sums.ts';
import { bucketOf, naturalGrain, sparkBuckets } from './spark-buckets.ts';

const sums = (some: Partial<Record<SumId, number>>, covered = true) => ({
  ...(Object.fromEntries(sumIds.map((id) => [id, 0])) as Record<SumId, number>),
  ...some,
  covered,
});

describe('figures from sums', () => {
  it('divides the right two and scales them', () => {
    expect(fromSums('on_time_closure', sums({ due: 8, closed_in_time: 6 }))).toBe(75);
    expect(fromSums('mean_handling_days', sums({ closed: 4, handling_days: 30 }))).toBe(7.5);
    expect(fromSums('complaints', sums({ complaints: 0 }))).toBe(0);
  });

  it('has no figure, and says why, where there is nothing to divide by or no data', () => {
    expect(fromSums('on_time_closure', sums({ due: 0 }))).toBeNull();
    expect(whyMissing('on_time_closure', null, sums({}))?.en).toMatch(/fell due/);
    expect(fromSums('complaints', sums({}, false))).toBeNull();
    expect(whyMissing('complaints', null, sums({}, false))?.zh).toBe('数据未覆盖该时期');
    expect(whyMissing('per_100m_premium', null, sums({ complaints: 3 }))?.en).toMatch(/premium/);
    expect(whyMissing('complaints', 0, sums({}))).toBeNull();
  });

  it('shows amounts in yuan, which are kept in fen', () => {
    expect(fromSums('compensation', sums({ compensation: 129_950 }))).toBeCloseTo(1299.5, 9);
    expect(fromSums('compensation_per_case', sums({ compensation: 129_950, compensated: 2 }))).toBeCloseTo(649.75, 9);
  });

  it('knows which figures need more than the sums', () => {
    const apart = (['per_100m_premium', 'median_handling_days', 'chased_share'] as const).filter((id) => !isOfSums(id));
    expect(apart).toHaveLength(3);
    expect(isOfSums('on_time_closure')).toBe(true);
  });
});

describe('spark lines', () => {
  it('look at a period in its natural grain', () => {
    expect(naturalGrain({ from: '2026-11-01', until: '2026-12-01' })).toBe('day');
    expect(naturalGrain({ from: '2026-07-01', until: '2026-10-01' })).toBe('week');
    expect(naturalGrain({ from: '2025-01-01', until: '2026-01-01' })).toBe('month');
    expect(naturalGrain({ from: '2015-01-01', until: '2026-01-01' })).toBe('quarter');
  });

  it('show thirteen buckets without a gap, the last one cut where the period is', () => {
    const buckets = sparkBuckets('2026-11-23', 'month');
    expect(buckets).toHaveLength(13);
    expect(buckets[0]).toEqual({ from: '2025-11-01', until: '2025-12-01' });
    expect(buckets.at(-1)).toEqual({ from: '2026-11-01', until: '2026-11-23' });
    buckets.slice(1).forEach(({ from }, index) => expect(from).toBe(buckets[index]?.until));
  });

  it('start weeks on Monday and quarters in January, April, July, October', () => {
    expect(bucketOf('2026-11-22', 'week')).toBe('2026-11-16'); // a Sunday
    expect(bucketOf('2026-11-16', 'week')).toBe('2026-11-16');
    expect(bucketOf('2026-06-30', 'quarter')).toBe('2026-04-01');
    expect(bucketOf('2026-11-22', 'year')).toBe('2026-01-01');
  });
});
