import { expect, it } from 'vitest';
import { comparisonPeriods } from './comparison-periods.ts';

const of = (from: string, until: string, today = '2030-01-01') => comparisonPeriods({ from, until }, today);

it('compares whole months with whole months, however long they are', () => {
  expect(of('2026-03-01', '2026-04-01')).toEqual({
    elapsed: { from: '2026-03-01', until: '2026-04-01' },
    yearBefore: { from: '2025-03-01', until: '2025-04-01' },
    periodBefore: { from: '2026-02-01', until: '2026-03-01' },
  });
  expect(of('2026-01-01', '2026-04-01').periodBefore).toEqual({ from: '2025-10-01', until: '2026-01-01' });
});

it('compares other periods with as many days', () => {
  expect(of('2026-03-10', '2026-03-17')).toMatchObject({
    yearBefore: { from: '2025-03-10', until: '2025-03-17' },
    periodBefore: { from: '2026-03-03', until: '2026-03-10' },
  });
});

it('compares an unfinished period with the same elapsed days', () => {
  expect(of('2026-03-01', '2026-04-01', '2026-03-15')).toEqual({
    elapsed: { from: '2026-03-01', until: '2026-03-15' },
    yearBefore: { from: '2025-03-01', until: '2025-03-15' },
    periodBefore: { from: '2026-02-01', until: '2026-02-15' },
  });
});

it('never lets the period before reach into the period itself', () => {
  expect(of('2026-03-01', '2026-04-01', '2026-03-31').periodBefore).toEqual({
    from: '2026-02-01',
    until: '2026-03-01',
  });
});

it('takes the last of February for the 29th', () => {
  expect(of('2028-02-29', '2028-03-02').yearBefore).toEqual({ from: '2027-02-28', until: '2027-03-02' });
});

it('takes a period that has not begun for what it is', () => {
  expect(of('2026-05-01', '2026-06-01', '2026-03-15').elapsed).toEqual({ from: '2026-05-01', until: '2026-06-01' });
});
