import { expect, it } from 'vitest';
import { bucketEnd, midnight } from './bucket-end.ts';

it('a bucket ends at the midnight after its last day, where the company is', () => {
  expect(bucketEnd('2026-06-08', 'week', 'Asia/Shanghai').toISOString()).toBe('2026-06-14T16:00:00.000Z');
  expect(bucketEnd('2026-06-08', 'day', 'Asia/Shanghai').toISOString()).toBe('2026-06-08T16:00:00.000Z');
});

it('holds where clocks are changed', () => {
  expect(midnight('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(midnight('2026-03-30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(midnight('2026-11-01', 'America/Chicago').toISOString()).toBe('2026-11-01T05:00:00.000Z');
});
