import type { DateFormat } from '@tocsin/contracts';
import { dayName, dayNumber } from './day-number.ts';
import { type WrittenDate, dayExists, twoDigits } from './date-parts.ts';
import { readIso } from './iso-date.ts';

export type { WrittenDate };
export type ReadDate = (text: string) => WrittenDate | undefined;

/**
 * One reader for all formats of a column, tried in the order given; undefined for anything none of them fits.
 * Throws for two formats that would read the same text as different days (see `dateClash`).
 */
export function dateReader(formats: readonly DateFormat[]): ReadDate {
  const clash = dateClash(formats);
  if (clash) throw new Error(`${clash[0]} and ${clash[1]} read the same text as different days: name one of them.`);
  const readers = formats.map(readerOf);
  return (text) => {
    for (const read of readers) {
      const found = read(text);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function readerOf(format: DateFormat): ReadDate {
  if (format === 'iso') return readIso;
  return format === 'excel-serial' ? readSerial : patternReader(format);
}

/**
 * Two formats that would read one text as different days: `M/d/yyyy` beside `d/M/yyyy`, whatever time of day follows.
 * Undefined where every text has one meaning. Found by numbering parts, not by a list, so that it holds for new formats:
 * equal signs at the same places, but another order of year, month and day.
 */
export function dateClash(formats: readonly DateFormat[]): readonly [DateFormat, DateFormat] | undefined {
  const shape = (format: string) => format.replace(/[yMd]+/g, 'n').replace(/[ T].*$/, '');
  const order = (format: string) => format.replace(/[^yMd]/g, '').replace(/(.)\1+/g, '$1');
  const written = formats.filter((format) => format !== 'iso' && format !== 'excel-serial');
  for (const one of written) {
    const other = written.find((other) => shape(other) === shape(one) && order(other) !== order(one));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** Where a format's parts go: year, month, day, hour, minute, second. */
const PARTS = 'yMdHms';

interface Step {
  /** Index into PARTS; −1 is a literal character. */
  readonly part: number;
  readonly least: number;
  readonly most: number;
  readonly literal: number;
}

function stepsOf(format: string): Step[] {
  return [...format.matchAll(/yyyy|yy|MM?|dd?|HH?|mm?|ss|./gu)].map(([token]) => {
    const part = PARTS.indexOf(token[0] ?? '');
    if (part < 0) return { part, least: 1, most: 1, literal: token.charCodeAt(0) };
    const most = token.length === 1 ? 2 : token.length;
    return { part, least: token.length, most, literal: 0 };
  });
}

function patternReader(format: DateFormat): ReadDate {
  const steps = stepsOf(format);
  if (format.startsWith('yyyy-MM-dd')) return fixedReader(format);
  const timed = format.includes('m');
  const short = !format.includes('yyyy');
  const least = steps.reduce((sum, step) => sum + step.least, 0);
  const most = steps.reduce((sum, step) => sum + step.most, 0);
  const found = [0, 0, 0, 0, 0, 0];
  return (text) => {
    if (text.length < least || text.length > most) return undefined;
    if (!take(text, steps, found)) return undefined;
    const [written = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found;
    const year = short ? fullYear(written) : written;
    if (!dayExists(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
    return { year, month, day, seconds: timed ? hour * 3600 + minute * 60 + second : undefined, offset: undefined };
  };
}

/** The common formats have each part at a fixed place: read there, without steps. */
function fixedReader(format: DateFormat): ReadDate {
  const { length } = format;
  const between = format.charCodeAt(10);
  return (text) => {
    if (text.length !== length || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
    if (length > 10 && (text.charCodeAt(10) !== between || text.charCodeAt(13) !== COLON)) return undefined;
    if (length > 16 && text.charCodeAt(16) !== COLON) return undefined;
    const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
    const month = twoDigits(text, 5);
    const day = twoDigits(text, 8);
    const hour = length > 10 ? twoDigits(text, 11) : 0;
    const minute = length > 10 ? twoDigits(text, 14) : 0;
    const second = length > 16 ? twoDigits(text, 17) : 0;
    const inDay = hour < 24 && minute < 60 && second < 60; // false for NaN as well
    if (!inDay || !dayExists(year, month, day)) return undefined;
    return {
      year,
      month,
      day,
      seconds: length > 10 ? hour * 3600 + minute * 60 + second : undefined,
      offset: undefined,
    };
  };
}

const [DASH, COLON] = [45, 58];

/** Fills `found` by the steps; false where the text does not fit. */
function take(text: string, steps: readonly Step[], found: number[]): boolean {
  let at = 0;
  found[5] = 0;
  for (const { part, least, most, literal } of steps) {
    if (part < 0) {
      if (text.charCodeAt(at++) !== literal) return false;
      continue;
    }
    let value = 0;
    let digits = 0;
    for (; digits < most; digits++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      at += 1;
    }
    if (digits < least) return false;
    found[part] = value;
  }
  return at === text.length;
}

/** The year that two digits mean: 69–99 are 1969–1999, 00–68 are 2000–2068, as POSIX `strptime` reads `%y`. */
export const fullYear = (twoDigits: number): number => (twoDigits < 69 ? 2000 : 1900) + twoDigits;

const SERIAL = /^\d{1,7}(?:\.\d{1,15})?$/;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
const SECONDS_A_DAY = 86_400;

/**
 * A spreadsheet's day number: 1 is 1900-01-01, a fraction is the time of day, to the second. The 1900 system takes 1900
 * for a leap year: 60 is the day that never was and no date, and days before it count one less.
 */
function readSerial(text: string): WrittenDate | undefined {
  if (!SERIAL.test(text)) return undefined;
  const total = Math.round(Number(text) * SECONDS_A_DAY);
  const serial = Math.floor(total / SECONDS_A_DAY);
  if (serial < 1 || serial === 60 || serial > LAST_SERIAL) return undefined;
  const [year = 0, month = 0, day = 0] = dayName(dayNumber(1899, 12, serial < 60 ? 31 : 30) + serial)
    .split('-')
    .map(Number);
  return { year, month, day, seconds: text.includes('.') ? total % SECONDS_A_DAY : undefined, offset: undefined };
}
