import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFormats } from '@tocsin/contracts';
import { dateReader } from './date-format.ts';
import { dayName, dayNumber } from './day-number.ts';
import { Zone } from './zone.ts';

const dayIn = (text: string) => dayNumber(...(text.split('-').map(Number) as [number, number, number]));
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('dateReader', () => {
  it.each([
    ['yyyy-MM-dd', '2026-03-05', { year: 2026, month: 3, day: 5, seconds: undefined, offset: undefined }],
    [
      'yyyy-MM-dd HH:mm:ss',
      '2026-03-05 23:59:58',
      { year: 2026, month: 3, day: 5, seconds: 86_398, offset: undefined },
    ],
    ['yyyy/M/d', '2026/3/5', { year: 2026, month: 3, day: 5, seconds: undefined, offset: undefined }],
    ['yyyy/M/d H:mm', '2026/12/15 7:05', { year: 2026, month: 12, day: 15, seconds: 25_500, offset: undefined }],
    ['yyyy年M月d日', '2026年3月5日', { year: 2026, month: 3, day: 5, seconds: undefined, offset: undefined }],
    ['yyyyMMdd', '20260305', { year: 2026, month: 3, day: 5, seconds: undefined, offset: undefined }],
    ['M/d/yyyy', '3/5/2026', { year: 2026, month: 3, day: 5, seconds: undefined, offset: undefined }],
    ['d/M/yyyy', '3/5/2026', { year: 2026, month: 5, day: 3, seconds: undefined, offset: undefined }],
    ['yyyy-M-d H:mm', '2026-3-5 7:05', { year: 2026, month: 3, day: 5, seconds: 25_500, offset: undefined }],
    [
      'yyyy年M月d日 H时m分',
      '2026年3月5日 7时5分',
      { year: 2026, month: 3, day: 5, seconds: 25_500, offset: undefined },
    ],
    ['M/d/yy', '03/22/23', { year: 2023, month: 3, day: 22, seconds: undefined, offset: undefined }],
    ['M/d/yy', '1/2/68', { year: 2068, month: 1, day: 2, seconds: undefined, offset: undefined }],
    ['M/d/yy', '1/2/69', { year: 1969, month: 1, day: 2, seconds: undefined, offset: undefined }],
    // 1, 59 and 61 are the ends of the two months around the day that never was; 45292 is 2024-01-01 (Excel)
    ['excel-serial', '1', { year: 1900, month: 1, day: 1, seconds: undefined, offset: undefined }],
    ['excel-serial', '59', { year: 1900, month: 2, day: 28, seconds: undefined, offset: undefined }],
    ['excel-serial', '61', { year: 1900, month: 3, day: 1, seconds: undefined, offset: undefined }],
    ['excel-serial', '45292.75', { year: 2024, month: 1, day: 1, seconds: 64_800, offset: undefined }],
    ['excel-serial', '2958465', { year: 9999, month: 12, day: 31, seconds: undefined, offset: undefined }],
    ['iso', '2026-03-05T01:02:03.5+08:00', { year: 2026, month: 3, day: 5, seconds: 3723, offset: 28_800 }],
    ['iso', '2026-03-05T01:02Z', { year: 2026, month: 3, day: 5, seconds: 3720, offset: 0 }],
  ] as const)('reads %s: %s', (format, text, expected) => {
    expect(dateReader([format])(text)).toEqual(expected);
  });

  it.each([
    ['yyyy-MM-dd', '2026-02-30'],
    ['yyyy-MM-dd', '2025-02-29'],
    ['yyyy-MM-dd', '2026-3-5'],
    ['yyyy-MM-dd', '2026-03-05 '],
    ['yyyy-MM-dd', '1'],
    ['yyyy-MM-dd', '２０２６-03-05'],
    ['yyyy-MM-dd HH:mm:ss', '2026-03-05 24:00:00'],
    ['yyyy/M/d', '2026/13/1'],
    ['M/d/yyyy', '13/1/2026'],
    ['M/d/yy', '3/22/2023'],
    ['excel-serial', '0'],
    ['excel-serial', '60'],
    ['excel-serial', '2958466'],
    ['excel-serial', '20260305'],
    ['iso', '2026-03-05T01:02:03'],
    ['iso', '2026-02-30T01:02:03Z'],
  ] as const)('refuses %s: %s', (format, text) => {
    expect(dateReader([format])(text)).toBeUndefined();
  });

  it('tries the formats of a column in turn, but never two that contradict each other', () => {
    const read = dateReader(['yyyy-MM-dd', 'yyyy-MM-dd HH:mm']);
    expect(read('2026-03-05')?.seconds).toBeUndefined();
    expect(read('2026-03-05 00:00')?.seconds).toBe(0);
    expect(() => dateReader(['M/d/yyyy', 'd/M/yyyy H:mm'])).toThrow(/different days/);
  });

  it('never reads a text as a day that does not exist (property)', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789-/: TZ年月日'), maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...dateFormats), digits, (format, text) => {
        const found = dateReader([format])(text);
        if (found === undefined) return;
        const name = dayName(dayNumber(found.year, found.month, found.day));
        expect(name.split('-').map(Number)).toEqual([found.year, found.month, found.day]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('dayNumber', () => {
  it('counts as UTC does (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(number);
      }),
    );
  });
});

describe('Zone', () => {
  it('puts a wall time of Shanghai eight hours before UTC, nine in the summers of 1986 to 1991', () => {
    const zone = new Zone('Asia/Shanghai');
    expect(zone.moment(dayIn('2026-03-05'), 0)).toBe(seconds('2026-03-04T16:00:00Z'));
    expect(zone.moment(dayIn('1990-07-01'), 0)).toBe(seconds('1990-06-30T15:00:00Z'));
    expect(zone.dayAt(seconds('2026-03-04T15:59:59Z'))).toBe(dayIn('2026-03-04'));
    expect(zone.dayAt(seconds('2026-03-04T16:00:00Z'))).toBe(dayIn('2026-03-05'));
  });

  it('carries a skipped hour forward and takes the first of an hour shown twice', () => {
    const zone = new Zone('America/Chicago');
    // 2026-03-08 02:00 → 03:00 and 2026-11-01 02:00 → 01:00
    expect(zone.moment(dayIn('2026-03-08'), 2.5 * 3600)).toBe(seconds('2026-03-08T08:30:00Z'));
    expect(zone.moment(dayIn('2026-11-01'), 1.5 * 3600)).toBe(seconds('2026-11-01T06:30:00Z'));
    expect(zone.moment(dayIn('2026-11-01'), 2.5 * 3600)).toBe(seconds('2026-11-01T08:30:00Z'));
  });

  it('shows the same day and time back (property)', () => {
    const zones = ['Asia/Shanghai', 'America/Chicago', 'Australia/Lord_Howe', 'UTC', 'Asia/Kathmandu'].map(
      (name) => new Zone(name),
    );
    const day = fc.integer({ min: dayIn('1985-01-01'), max: dayIn('2037-12-31') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, fc.integer({ min: 4 * 3600, max: 86_399 }), (zone, at, time) => {
        expect(zone.dayAt(zone.moment(at, time))).toBe(at);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => new Zone('Asia/Nowhere')).toThrow(RangeError);
  });
});
