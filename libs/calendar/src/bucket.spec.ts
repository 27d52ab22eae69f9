import { describe, expect, it } from 'vitest';
import { bucketPlus, bucketStart } from './index.ts';

describe('buckets', () => {
  it.each([
    ['day', '2026-11-26'],
    ['week', '2026-11-23'], // a Monday
    ['month', '2026-11-01'],
    ['quarter', '2026-10-01'],
  ] as const)('the %s that holds 26 November 2026 begins on %s', (grain, start) =>
    expect(bucketStart('2026-11-26', grain)).toBe(start),
  );

  it.each([
    ['day', 1, '2026-10-02'],
    ['week', -1, '2026-09-24'],
    ['month', 3, '2027-01-01'],
    ['quarter', -4, '2025-10-01'],
  ] as const)('%s plus %i from 1 October 2026 is %s', (grain, count, day) =>
    expect(bucketPlus('2026-10-01', count, grain)).toBe(day),
  );

  it('January belongs to the first quarter', () => expect(bucketStart('2026-01-31', 'quarter')).toBe('2026-01-01'));
});
