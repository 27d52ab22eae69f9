import { type WrittenDate, dayExists, twoDigits } from './date-parts.ts';

const [PLUS, DASH, COLON, CAPITAL_T, CAPITAL_Z] = [43, 45, 58, 84, 90];

/** `yyyy-MM-ddTHH:mm`, seconds and their fraction if given, then `Z` or an offset: read at fixed places, as most exports write it. */
export function readIso(text: string): WrittenDate | undefined {
  if (text.charCodeAt(10) !== CAPITAL_T || text.charCodeAt(13) !== COLON) return undefined;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day, hour, minute] = [twoDigits(text, 5), twoDigits(text, 8), twoDigits(text, 11), twoDigits(text, 14)];
  const timed = text.charCodeAt(16) === COLON;
  const second = timed ? twoDigits(text, 17) : 0;
  const offset = offsetAt(text, timed ? behindFraction(text, 19) : 16);
  const inDay = hour < 24 && minute < 60 && second < 60; // false for NaN as well
  if (offset === undefined || !inDay || !dayExists(year, month, day)) return undefined;
  return { year, month, day, seconds: hour * 3600 + minute * 60 + second, offset };
}

const MOST_FRACTION = 9;

/** Behind `.123` or `,123`, should it stand there; 0, where no offset can stand, for a fraction that is none. */
function behindFraction(text: string, from: number): number {
  const mark = text[from];
  if (mark !== '.' && mark !== ',') return from;
  let at = from + 1;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at === from + 1 || at > from + 1 + MOST_FRACTION ? 0 : at;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Seconds east of Greenwich that `Z`, `+08:00` or `+0800` at the end of a text mean; undefined for anything else. */
function offsetAt(text: string, from: number): number | undefined {
  const sign = text.charCodeAt(from);
  if (sign === CAPITAL_Z) return text.length === from + 1 ? 0 : undefined;
  if (sign !== PLUS && sign !== DASH) return undefined;
  const minutesAt = text.charCodeAt(from + 3) === COLON ? from + 4 : from + 3;
  const [hours, minutes] = [twoDigits(text, from + 1), twoDigits(text, minutesAt)];
  if (!(hours <= 14 && minutes <= 59) || text.length !== minutesAt + 2) return undefined;
  return (sign === DASH ? -1 : 1) * (hours * 3600 + minutes * 60);
}
