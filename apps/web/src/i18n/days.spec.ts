import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, monthStart, periodLabel, shortDay, weekNumber, weekStart } from './days.ts';
import { ageLabel, localParts, momentLabel } from './instants.ts';

describe('days', () => {
  it('are reckoned without any zone', () => {
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(monthStart('2026-01-31', -1)).toBe('2025-12-01');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('have weeks from Monday, numbered as ISO does', () => {
    expect(weekStart('2026-11-22')).toBe('2026-11-16');
    expect([weekNumber('2026-11-22'), weekNumber('2027-01-03'), weekNumber('2026-01-01')]).toEqual([47, 53, 1]);
  });

  it('read as the design says', () => {
    expect([shortDay('2026-11-22', 'zh-CN'), shortDay('2026-11-22', 'en')]).toEqual(['11月22日', '22 Nov']);
    expect(periodLabel('2026-10-01', '2026-11-01', 'zh-CN')).toBe('2026年10月');
    expect(periodLabel('2026-10-01', '2026-11-01', 'en')).toBe('Oct 2026');
    expect(periodLabel('2026-01-01', '2027-01-01', 'zh-CN')).toBe('2026年');
    expect(periodLabel('2026-11-01', '2026-11-23', 'zh-CN')).toBe('2026-11-01 … 11-22');
    expect(periodLabel('2025-11-01', '2026-11-01', 'en')).toBe('2025-11-01 … 2026-10-31');
  });
});

describe('moments', () => {
  it('stand in the product’s zone, not the browser’s', () => {
    expect(localParts('2026-11-21T16:30:00.000Z', 'Asia/Shanghai')).toEqual({ day: '2026-11-22', clock: '00:30' });
    expect(momentLabel('2026-11-21T16:30:00.000Z', 'Asia/Shanghai', '2026-11-22')).toBe('11-22 00:30');
    expect(momentLabel('2025-11-21T16:30:00.000Z', 'Asia/Shanghai', '2026-11-22')).toBe('2025-11-22 00:30');
  });

  it('have an age in days, never below none', () => {
    expect([ageLabel('2026-11-20', '2026-11-22', 'zh-CN'), ageLabel('2026-11-21', '2026-11-22', 'en')]).toEqual([
      '2 天',
      '1 day',
    ]);
    expect(ageLabel('2026-11-25', '2026-11-22', 'zh-CN')).toBe('今天');
  });
});
