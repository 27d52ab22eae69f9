import type { DateFormat } from '@tocsin/contracts';
import { dateFormats } from '@tocsin/contracts';

const DAY = '(0?[1-9]|[12]\\d|3[01])';
const MONTH = '(0?[1-9]|1[0-2])';
const HOUR = '([01]?\\d|2[0-3])';

/** What each run of letters in a format's name stands for; every other character stands for itself. */
const letters: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  yy: '\\d{2}',
  MM: '(0[1-9]|1[0-2])',
  M: MONTH,
  dd: '(0[1-9]|[12]\\d|3[01])',
  d: DAY,
  HH: '([01]\\d|2[0-3])',
  H: HOUR,
  mm: '[0-5]\\d',
  ss: '[0-5]\\d',
};

const special: Partial<Record<DateFormat, RegExp>> = {
  iso: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/,
  'excel-serial': /^\d{5}(\.\d+)?$/,
};

const patterns = new Map(dateFormats.map((format) => [format, special[format] ?? patternOf(format)]));

function patternOf(format: string): RegExp {
  const parts = format.match(/yyyy|yy|MM|M|dd|d|HH|H|mm|ss|./g) ?? [];
  return new RegExp(`^${parts.map((part) => letters[part] ?? part.replace(/[.]/, '\\.')).join('')}$`);
}

/**
 * The formats in which every given text could be a date, in the order of the contracts' list. Empty texts say nothing.
 * This only narrows a choice down: whether a day exists (30 February) is the server's to judge.
 */
export function fittingFormats(texts: readonly string[]): DateFormat[] {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (filled.length === 0) return [];
  return dateFormats.filter((format) => filled.every((text) => patterns.get(format)?.test(text)));
}

/** Formats that fit most of the texts, where none fits all: the likely one among values of which some are wrong. */
export function likelyFormats(texts: readonly string[]): DateFormat[] {
  const all = fittingFormats(texts);
  if (all.length > 0) return all;
  const hits = dateFormats.map((format) => ({
    format,
    count: texts.filter((text) => patterns.get(format)?.test(text.trim())).length,
  }));
  const most = Math.max(...hits.map(({ count }) => count));
  return most === 0 ? [] : hits.filter(({ count }) => count === most).map(({ format }) => format);
}

export const isMonthFirst = (format: DateFormat): boolean => format.startsWith('M/');
export const isDayFirst = (format: DateFormat): boolean => format.startsWith('d/');

/** Whether the formats leave open which number is the day: 3/4/2026 is 4 March or 3 April. */
export const isAmbiguous = (formats: readonly DateFormat[]): boolean =>
  formats.some(isMonthFirst) && formats.some(isDayFirst);

/**
 * Whether a person must say which number is the day: the texts can be read both ways, and the chosen formats are of
 * neither order, or of both.
 */
export function needsDayOrder(texts: readonly string[], chosen: readonly DateFormat[]): boolean {
  const likely = likelyFormats(texts);
  const taken = chosen.filter((format) => likely.includes(format));
  return isAmbiguous(likely) && taken.some(isMonthFirst) === taken.some(isDayFirst);
}
