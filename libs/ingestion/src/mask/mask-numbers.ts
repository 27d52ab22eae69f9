import { maskAllButLast4, maskIdNumber, maskPhone } from './mask-field.ts';
import { type NumberKind, numberKind } from './number-kind.ts';

/** Digits with what may stand between them, and letters that belong to a policy or passport number; from a first digit. */
const TOKEN = /\d(?:\d|[ \-–—·](?=\d)|[A-Za-z]+(?=\d)|[Xx](?![A-Za-z]))*/y;
/** So many letters in front of the digits belong to the number. */
const MOST_LETTERS = 8;
const SEPARATOR = /[ \-–—·]/;
/** How people break up one number: mobile 3-4-4, landline 3-8 … 4-7, identity 6-8-4, card by fours. */
const BROKEN_UP =
  /^(?:(?:86 )?\d{3} \d{4} \d{4}|\d{3,4} \d{7,8}|\d{3,4} \d{3,4} \d{4}|\d{6} \d{8} \d{3}[\dXx]|(?:\d{4} ){3,4}\d{1,4})$/;
/** After these a number counts or costs something. */
const UNIT = /^\s*(?:元|块|万|亿|%|%|[..]\d)/;

/** Masks every number in a text that may point to a person: see `numberKind` for which those are. */
export function maskNumbers(text: string): string {
  let out = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    TOKEN.lastIndex = at;
    TOKEN.test(text);
    const until = TOKEN.lastIndex;
    const from = lettersBefore(text, at, done);
    if (until - from >= 8) {
      out += text.slice(done, from) + maskToken(text.slice(from, until), text, until);
      done = until;
    }
    at = until - 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

function lettersBefore(text: string, digit: number, least: number): number {
  let from = digit;
  while (from > least && digit - from < MOST_LETTERS && isLetter(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function maskToken(token: string, text: string, until: number): string {
  if (token.length < 11 && /^\d+$/.test(token) && UNIT.test(text.slice(until, until + 8))) return token;
  return SEPARATOR.test(token) ? maskBrokenUp(token) : maskUnbroken(token);
}

/** `138-1234-5678`, `6222 0212 3456 7890`, and several numbers with a space between. */
function maskBrokenUp(token: string): string {
  const parts = token.split(/([ \-–—·])/);
  let out = '';
  for (let from = 0; from < parts.length;) {
    const size = sizeOfOneNumber(parts, from);
    const inner = parts.slice(from, from + size);
    const digits = inner.filter((_, place) => place % 2 === 0).join('');
    out += size > 1 ? show(numberKind(digits) ?? 'number', digits) : maskUnbroken(digits);
    out += parts[from + size] ?? '';
    from += size + 1;
  }
  return out;
}

/** How many parts (separators counted) from `from` on make one number; 1 when the first stands for itself. */
function sizeOfOneNumber(parts: readonly string[], from: number): number {
  if (isWhole(parts[from] ?? '')) return 1;
  for (let size = Math.min(9, parts.length - from); size > 1; size -= 1) {
    if (size % 2 === 0) continue;
    const inner = parts.slice(from, from + size).filter((_, place) => place % 2 === 0);
    if (!BROKEN_UP.test(inner.join(' '))) continue;
    const kind = numberKind(inner.join(''));
    if (kind !== undefined && kind !== 'number') return size;
  }
  return 1;
}

const isWhole = (part: string) => part.length >= 11 && numberKind(part) !== undefined;

function maskUnbroken(token: string): string {
  if (/[A-WYZa-wyz]|[Xx]./.test(token)) return digitsIn(token) >= 7 ? maskAllButLast4(token) : token;
  if (token.length < 8) return token;
  if (token.length > 19) {
    const several = severalNumbers(token);
    if (several !== undefined) return several;
  }
  const kind = numberKind(token);
  return kind === undefined ? token : show(kind, token);
}

const digitsIn = (token: string) => token.replace(/\D/g, '').length;

/** Numbers that run into each other: taken apart when phones, identity numbers and cards fill the run exactly. */
function severalNumbers(run: string): string | undefined {
  if (run === '') return '';
  for (const size of [11, 18, 19, 16, 17]) {
    const head = run.slice(0, size);
    const kind = head.length === size ? numberKind(head) : undefined;
    if (kind === undefined || kind === 'number' || kind === 'landline') continue;
    const rest = severalNumbers(run.slice(size));
    if (rest !== undefined) return show(kind, head) + rest;
  }
  return undefined;
}

function show(kind: NumberKind, digits: string): string {
  if (kind === 'phone') return maskPhone(digits.slice(-11));
  if (kind === 'landline') return maskPhone(digits);
  return kind === 'identity' ? maskIdNumber(digits) : maskAllButLast4(digits);
}
