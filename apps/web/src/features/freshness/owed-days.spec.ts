import { expect, it } from 'vitest';
import { drawnUntil, owedDays } from './owed-days.ts';

const label = (zh: string) => ({ zh, en: zh });
const missing = [
  { label: label('甲'), from: '2026-11-22', until: '2026-11-26' },
  { label: label('乙'), from: '2026-11-24', until: '2026-11-28' },
];

it('counts a day once, whoever owes it, and only days of the period', () => {
  expect(owedDays(missing, { from: '2026-11-01', until: '2026-12-01' })).toEqual({
    ...{ from: '2026-11-22', days: 6, feeds: [label('甲'), label('乙')] },
  });
  expect(owedDays(missing, { from: '2026-11-23', until: '2026-11-24' })).toMatchObject({ from: '2026-11-23', days: 1 });
  expect(owedDays(missing, { from: '2026-11-01', until: '2026-11-22' })).toBeUndefined();
  expect(owedDays([], { from: '2026-11-01', until: '2026-12-01' })).toBeUndefined();
});

it('a trend is drawn to the end of what is owed, or of the data where that is later', () => {
  expect(drawnUntil('2026-11-22', missing)).toBe('2026-11-28');
  expect(drawnUntil('2026-11-29', missing)).toBe('2026-11-29');
  expect(drawnUntil('2026-11-22', [])).toBe('2026-11-22');
});
