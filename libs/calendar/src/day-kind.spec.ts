import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HolidayTable,
  addCalendarDays,
  addWorkdays,
  dayKind,
  hasCalendarData,
  isWorkday,
  isoDay,
} from './index.ts';
import { dayNumber, workdaysBetween } from './index.ts';

const first = dayNumber('2004-01-01');
const anyKnownDay = fc.integer({ min: first, max: dayNumber('2026-12-31') }).map(isoDay);

describe('kinds of day', () => {
  // State Council notice for 2025 (国办发明电〔2024〕12号)
  it.each([
    ['2025-01-27', 'workday'],
    ['2025-01-26', 'make-up-workday'],
    ['2025-01-28', 'holiday'],
    ['2025-02-04', 'holiday'],
    ['2025-02-05', 'workday'],
    ['2025-02-08', 'make-up-workday'],
    ['2025-02-09', 'weekend'],
    ['2025-10-06', 'holiday'],
  ])('%s is a %s', (day, kind) => {
    expect(dayKind(day).kind).toBe(kind);
  });

  it('names the festival, of the holiday and of the weekend worked for it', () => {
    expect(dayKind('2025-01-29')).toEqual({ kind: 'holiday', festival: 'spring-festival' });
    expect(dayKind('2025-02-08')).toEqual({ kind: 'make-up-workday', festival: 'spring-festival' });
    expect(dayKind('2015-09-03')).toEqual({ kind: 'holiday', festival: 'other' });
  });

  it('says that it has no data instead of guessing', () => {
    expect(dayKind('2027-02-06')).toEqual({ kind: 'no-data', year: 2027 });
    expect(dayKind('2003-05-01')).toEqual({ kind: 'no-data', year: 2003 });
    expect(isWorkday('2027-03-01')).toBeUndefined();
    expect(hasCalendarData(2026)).toBe(true);
    expect(hasCalendarData(2027)).toBe(false);
  });

  it('takes a year from the table handed over, before its own', () => {
    const table: HolidayTable = { 2027: { off: { '2027-01-01': 'new-year' }, work: { '2027-01-03': 'new-year' } } };
    expect(dayKind('2027-01-01', table)).toEqual({ kind: 'holiday', festival: 'new-year' });
    expect(isWorkday('2027-01-03', table)).toBe(true); // a Sunday
    expect(isWorkday('2027-01-04', table)).toBe(true);
    const corrected: HolidayTable = { 2025: { off: {}, work: {} } };
    expect(dayKind('2025-01-29', corrected).kind).toBe('workday');
  });

  it('has between 245 and 256 working days in every year it knows', () => {
    for (let year = 2004; year <= 2026; year += 1) {
      const days = workdaysBetween(`${year}-01-01`, `${year + 1}-01-01`);
      expect(days, `${year}`).toBeGreaterThanOrEqual(245);
      expect(days, `${year}`).toBeLessThanOrEqual(256);
    }
  });
});

describe('working days', () => {
  it('skips the Spring Festival and counts the worked weekend', () => {
    // 26 January (make-up Sunday) and 27 January are worked, then the holiday until 4 February
    expect(addWorkdays('2025-01-25', 3)).toEqual({ kind: 'day', day: '2025-02-05' });
  });

  it('refuses to walk into a year without data', () => {
    expect(addWorkdays('2026-12-30', 7)).toEqual({ kind: 'no-data', year: 2027 });
    expect(workdaysBetween('2026-12-30', '2027-01-02')).toBeUndefined();
  });

  it('lands on a working day, and as many lie between', () => {
    fc.assert(
      fc.property(anyKnownDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const answer = addWorkdays(day, count);
        if (answer.kind === 'no-data') return answer.year === 2027;
        const between = workdaysBetween(addCalendarDays(day, 1), addCalendarDays(answer.day, 1));
        return isWorkday(answer.day) === true && between === count;
      }),
    );
  });

  it('goes back the way it came from a working day', () => {
    fc.assert(
      fc.property(anyKnownDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const there = addWorkdays(day, count);
        if (there.kind === 'no-data' || isWorkday(day) !== true) return true;
        const back = addWorkdays(there.day, -count);
        return back.kind === 'no-data' || back.day === day;
      }),
    );
  });
});
