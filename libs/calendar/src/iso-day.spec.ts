import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, addMonths, dayNumber, daysBetween, isoDay, weekStart, weekday } from './iso-day.ts';

//                    1950-01-01 … 2099-12-31
const anyDay = fc.integer({ min: -7305, max: 47481 }).map(isoDay);

describe('days as numbers', () => {
  it('starts at 1970-01-01, a Thursday', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(weekday('1970-01-01')).toBe(4);
  });

  it('comes back to the same day', () => {
    fc.assert(fc.property(anyDay, (day) => isoDay(dayNumber(day)) === day));
  });

  it.each(['2025-02-30', '2025-13-01', '2025-1-1', 'soon', '2025-01-01T00:00'])('refuses %s', (text) => {
    expect(() => dayNumber(text)).toThrow('is not a calendar day');
  });
});

describe('moving about', () => {
  it('knows leap years', () => {
    expect(addCalendarDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addCalendarDays('2025-02-28', 1)).toBe('2025-03-01');
  });

  it('adds and measures the same distance', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        return daysBetween(day, addCalendarDays(day, days)) === days;
      }),
    );
  });

  it('keeps the order of days as the order of their texts', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });

  it('starts weeks on Monday, at most six days back', () => {
    expect(weekStart('2026-11-22')).toBe('2026-11-16'); // a Sunday
    fc.assert(
      fc.property(anyDay, (day) => {
        const back = daysBetween(weekStart(day), day);
        return weekday(weekStart(day)) === 1 && back >= 0 && back < 7;
      }),
    );
  });

  it('clamps months to their length', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2025-11-15', 3)).toBe('2026-02-15');
  });
});
