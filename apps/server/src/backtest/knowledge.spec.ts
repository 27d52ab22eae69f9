import type { BatchArrival } from '@tocsin/warehouse';
import { expect, it } from 'vitest';
import { changedAt, knowledgePlan } from './knowledge.ts';

const DAY = 86_400;
const arrival = (batchId: string, day: number, more: Partial<BatchArrival> = {}): BatchArrival => ({
  ...{ batchId, feed: '', knownFrom: day * DAY, knownUntil: 2 ** 32 - 1, rows: 10, spanDays: 2, lagDays: 1 },
  ...{ firstMonth: '2026-03-01', ...more },
});
const historyOf = (arrivals: BatchArrival[], from: number) => knowledgePlan(arrivals, from * DAY, 1000 * DAY).history;

it('a file about years that came after the period began tells nothing of when its rows would have been known', () => {
  const years = arrival('years', 500, { spanDays: 700 });
  expect(historyOf([years], 100)).toEqual(['years']);
  expect(historyOf([years], 501)).toEqual([]);
});

it('nor do the monthly files with which a company begins; a branch that is late later on is late', () => {
  const months = [arrival('jan', 500, { lagDays: 90 }), arrival('feb', 501, { lagDays: 60 })];
  const late = arrival('branch', 700, { lagDays: 40 });
  expect(historyOf([...months, arrival('daily', 502), late], 100)).toEqual(['jan', 'feb']);
});

it('what comes many times a day is looked at by the hour', () => {
  const often = Array.from({ length: 26 }, (_, i) => arrival(`b${i}`, 100 + i / 26));
  expect(knowledgePlan(often, 100 * DAY, 101 * DAY)).toMatchObject({ roundTo: 3600, history: [] });
  expect(knowledgePlan(often, 100 * DAY, 110 * DAY)).toMatchObject({ roundTo: 1, notes: [] });
});

it('knows the first month that changed when a batch came and when it went', () => {
  const gone = arrival('gone', 10, { knownUntil: 12 * DAY, firstMonth: '2026-02-01' });
  const changed = changedAt([arrival('one', 10), gone, arrival('same', 11, { firstMonth: null })], 1);
  expect([...changed]).toEqual([
    [10 * DAY, '2026-02-01'],
    [12 * DAY, '2026-02-01'],
  ]);
});
