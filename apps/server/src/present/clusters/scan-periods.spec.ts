import { expect, it } from 'vitest';
import { scanPeriods } from './scan-periods.ts';

it('cuts a period into steps that end with it; the oldest holds the rest', () => {
  const month = scanPeriods({ from: '2026-10-01', until: '2026-11-01' });
  expect(month.step).toBe(7);
  // 31 days: three weeks at its end, ten days before them
  expect(month.periods).toEqual([
    { from: '2026-10-01', until: '2026-10-11' },
    { from: '2026-10-11', until: '2026-10-18' },
    { from: '2026-10-18', until: '2026-10-25' },
    { from: '2026-10-25', until: '2026-11-01' },
  ]);
  expect(month.before).toHaveLength(12);
  expect(month.before.at(-1)).toEqual({ from: '2026-09-24', until: '2026-10-01' });
});

it('takes days for short periods and four weeks for long ones', () => {
  expect(scanPeriods({ from: '2026-11-02', until: '2026-11-09' })).toMatchObject({ step: 1, periods: { length: 7 } });
  expect(scanPeriods({ from: '2026-01-01', until: '2027-01-01' })).toMatchObject({ step: 28, periods: { length: 13 } });
});
