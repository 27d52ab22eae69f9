import { type CanonicalFieldName, canonicalFields, reportingRegion } from '@tocsin/contracts';
import type { DoubtCode } from '../check/doubt.ts';
import { identityCheckDigit } from '../mask/number-kind.ts';
import { fieldIndex } from './field-index.ts';
import { formatsOf } from './field-steps.ts';
import type { Moments } from './moments.ts';
import type { RowOptions } from './row-options.ts';

type Doubt = (code: DoubtCode, field: CanonicalFieldName, expected?: string) => void;

/** An accepted row, as its doubts look at it: values as given, moments as read, the status as stored. */
export interface ReadRow {
  readonly values: readonly string[];
  readonly moments: Readonly<Moments>;
  readonly status: string;
}

/** Takes note of everything about an accepted row that a person should look at. */
export type FindDoubts = (row: ReadRow, doubt: Doubt) => void;

/** Prepares the checks that a profile's rows can fail at all, so that a row costs only those. */
export function doubtFinder(options: RowOptions): FindDoubts {
  const given = (name: CanonicalFieldName) =>
    options.profile.fields[name] !== undefined || options.profile.constants[name] !== undefined;
  const checks: FindDoubts[] = [
    ...unknownCodes(options),
    ...exchangeableDates(options),
    ...(given('narrative') ? [idInText] : []),
    ...(given('complainant_id_number') ? [identityChecks] : []),
    datesAgainstEachOther,
    statusAgainstDates,
    linkChecks,
  ];
  return (row, doubt) => {
    for (const check of checks) check(row, doubt);
  };
}

const valueOf = ({ values }: ReadRow, name: CanonicalFieldName): string => values[fieldIndex[name]] ?? '';

/**
 * Codes that neither the product nor the company's dictionaries name; a known ancestor will do (`claim` of `claim.x`, the
 * province of a district).
 */
function unknownCodes({ profile, knownCodes = {} }: RowOptions): FindDoubts[] {
  return canonicalFields.flatMap((field): FindDoubts[] => {
    const { name } = field;
    const known = knownCodes[name];
    if (known === undefined || known.length === 0 || profile.fields[name]?.otherwise === 'keep') return [];
    const codes = new Set(known);
    const isKnown = (value: string) =>
      codes.has(value) || hasKnownAncestor(value, codes) || (name === 'region' && codes.has(reportingRegion(value)));
    const code: DoubtCode = 'codeSet' in field ? 'unknown-code-kept' : 'not-in-dictionary';
    return [
      (row, doubt) => {
        const value = valueOf(row, name);
        if (value !== '' && !isKnown(value)) doubt(code, name);
      },
    ];
  });
}

function hasKnownAncestor(code: string, known: ReadonlySet<string>): boolean {
  for (let dot = code.lastIndexOf('.'); dot > 0; dot = code.lastIndexOf('.', dot - 1)) {
    if (known.has(code.slice(0, dot))) return true;
  }
  return false;
}

const TWO_NUMBERS_FIRST = /^(\d{1,2})[/.](\d{1,2})[/.]/;

/** `3/4/2026` under a format that the column itself does not name, only the profile as a whole. */
function exchangeableDates({ profile }: RowOptions): FindDoubts[] {
  return canonicalFields.flatMap((field): FindDoubts[] => {
    const source = profile.fields[field.name];
    if (source === undefined || source.dates !== undefined) return [];
    if (field.type !== 'instant' && field.type !== 'day') return [];
    const format = formatsOf(field, profile).find((one) => one.startsWith('M/d') || one.startsWith('d'));
    if (format === undefined) return [];
    return [
      (row, doubt) => {
        const [, first = '', second = ''] = TWO_NUMBERS_FIRST.exec(valueOf(row, field.name)) ?? [];
        if (first !== '' && first !== second && Number(first) <= 12 && Number(second) <= 12) {
          doubt('ambiguous-day-month', field.name, format);
        }
      },
    ];
  });
}

const ID_IN_TEXT = /(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;

const idInText: FindDoubts = (row, doubt) => {
  if (ID_IN_TEXT.test(valueOf(row, 'narrative'))) doubt('id-in-text', 'narrative');
};

const IDENTITY = /^[1-8]\d{16}[\dXx]$/;

const identityChecks: FindDoubts = (row, doubt) => {
  const identity = valueOf(row, 'complainant_id_number').replace(/\s/g, '');
  if (!IDENTITY.test(identity)) return;
  if (identityCheckDigit(identity.slice(0, 17)) !== identity.slice(17).toUpperCase()) {
    doubt('identity-check-digit', 'complainant_id_number');
    return;
  }
  const age = valueOf(row, 'age');
  const received = row.moments.received_at;
  if (age === '' || received === undefined) return;
  const born = Date.UTC(
    Number(identity.slice(6, 10)),
    Number(identity.slice(10, 12)) - 1,
    Number(identity.slice(12, 14)),
  );
  const years = Math.floor((received.day - born / 86_400_000) / 365.25);
  // Ages are counted in several ways (by birthday, by year, at the time of sale or entry): two years are forgiven.
  if (Math.abs(years - Number(age)) > 2) doubt('age-contradicts-identity', 'age', String(years));
};

const datesAgainstEachOther: FindDoubts = ({ moments, values }, doubt) => {
  const { received_at: received, closed_at: closed, answered_at: answered } = moments;
  if (closed && answered && answered.day > closed.day) doubt('answered-after-closed', 'answered_at');
  const sold = soldDay(values[fieldIndex.sale_day] ?? '');
  if (received && sold !== undefined && sold > received.day) doubt('sold-after-received', 'sale_day');
};

/** Days since 1970 of a day written year first; other ways of writing are left to their own check. */
function soldDay(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
}

const statusAgainstDates: FindDoubts = (row, doubt) => {
  const isGiven = valueOf(row, 'status') !== '';
  const isClosed = row.moments.closed_at !== undefined;
  if (isGiven && row.status === 'closed' && !isClosed) doubt('closed-without-date', 'status');
  if (isGiven && (row.status === 'open' || row.status === 'answered') && isClosed)
    doubt('open-with-closing-date', 'status');
};

const linkChecks: FindDoubts = (row, doubt) => {
  const linked = valueOf(row, 'linked_to');
  if (linked !== '' && linked === valueOf(row, 'complaint_id')) doubt('linked-to-itself', 'linked_to');
  if (linked === '' && valueOf(row, 'kind') === 'chaser') doubt('chaser-without-link', 'linked_to');
};
