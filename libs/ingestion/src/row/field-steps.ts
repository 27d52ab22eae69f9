import { type CanonicalField, type CodeSet, canonicalFields } from '@tocsin/contracts';
import { codeSetOf } from '../check/code-sets.ts';
import { type Complain, readAmount, readFlag, readWhole } from '../check/text-values.ts';
import { dateReader } from '../dates/date-format.ts';
import { dayName, dayNumber } from '../dates/day-number.ts';
import type { Profile } from '@tocsin/contracts';

/** Turns a field's text, which is never empty, into its stored cell; undefined after a complaint. */
export type ReadCell = (value: string, complain: Complain) => string | undefined;

/** UTF-16 units; a longer text is refused rather than cut. */
const MAX_TEXT = 256;
const MAX_NARRATIVE = 60_000;

/** Largest values the warehouse's columns hold, or that make sense where that is less. */
const wholeRanges: Readonly<Record<string, readonly [number, number]>> = {
  version: [0, 4_294_967_295],
  group_size: [0, 1_000_000],
  age: [0, 150],
  satisfaction: [1, 5],
};

/** How each kind of field becomes a cell; moments are read apart, because rules across fields need them. */
export function readCellOf(field: CanonicalField, profile: Profile): ReadCell {
  switch (field.type) {
    case 'text':
      return textCell((value) => value, field.name);
    case 'code':
      return codeCell(codeSetOf(field.codeSet ?? ''));
    case 'codes':
      return codesCell;
    case 'flag':
      return readFlag;
    case 'decimal':
      return readAmount;
    case 'integer': {
      const [least, most] = wholeRanges[field.name] ?? [0, 4_294_967_295];
      return (value, complain) => readWhole(value, least, most, complain);
    }
    case 'day':
      return dayCell(field, profile);
    case 'instant':
      throw new Error(`${field.name} is a moment: momentReader reads it.`);
  }
}

/**
 * A text as it is stored; `stored` makes of one that is not too long what may be seen of it: the text itself, its mask, or
 * nothing where another step writes it.
 */
export function textCell(stored: (value: string) => string | undefined, name?: string): ReadCell {
  const most = name === 'narrative' ? MAX_NARRATIVE : MAX_TEXT;
  return (value, complain) => {
    if (value.length <= most) return stored(value);
    complain('too-long', String(most));
    return undefined;
  };
}

function codeCell(set: CodeSet | undefined): ReadCell {
  const text = textCell((value) => value);
  if (set === undefined || !set.closed) return text;
  const codes = new Set(set.codes.map(({ code }) => code));
  const expected = [...codes].join(', ');
  return (value, complain) => {
    if (codes.has(value)) return value;
    complain('unknown-code', expected);
    return undefined;
  };
}

/** `elderly|disabled` → `['elderly','disabled']`, sorted and without repeats, so that order makes no new version. */
const codesCell: ReadCell = (value, complain) => {
  if (value.length > MAX_TEXT) {
    complain('too-long', String(MAX_TEXT));
    return undefined;
  }
  const codes = value.split('|').map((code) => code.trim());
  const distinct = [...new Set(codes.filter((code) => code !== ''))].sort();
  return `[${distinct.map((code) => `'${code.replace(/[\\']/g, '\\$&')}'`).join(',')}]`;
};

/** Days the warehouse's columns can hold. */
const dayRanges: Readonly<Record<string, readonly [string, string]>> = {
  due_on: ['1970-01-01', '2149-06-06'],
  sale_day: ['1900-01-01', '2299-12-31'],
};

function dayCell(field: CanonicalField, profile: Profile): ReadCell {
  const formats = formatsOf(field, profile);
  const read = dateReader(formats);
  const [first, last] = dayRanges[field.name] ?? ['1970-01-01', '2149-06-06'];
  return (value, complain) => {
    const written = read(value);
    if (written === undefined) {
      complain('not-a-date', spelled(formats));
      return undefined;
    }
    const day = dayName(dayNumber(written.year, written.month, written.day));
    if (day >= first && day <= last) return day;
    complain('out-of-range', `${first} … ${last}`);
    return undefined;
  };
}

/** Formats as a person is told them: some are enough to see what is meant. */
export const spelled = (formats: Profile['dates']): string =>
  formats.length <= 4 ? formats.join(' / ') : `${formats.slice(0, 4).join(' / ')} …`;

/** The date formats that count for a field. */
export function formatsOf(field: CanonicalField, profile: Profile): Profile['dates'] {
  const source = Object.entries(profile.fields).find(([name]) => name === field.name)?.[1];
  return source?.dates ?? profile.dates;
}

export const momentFields = canonicalFields.filter((field) => field.type === 'instant');
