import { type CanonicalFieldName, type Inspection, type Profile, canonicalFields } from '@tocsin/contracts';
import { codesOf, fieldNamed, isDate } from './code-sets.ts';
import { isAmbiguous, likelyFormats } from './date-fit.ts';
import { valuesByName } from './value-map.ts';

/** A profile while a person works on it. Every change gives a new one. */
export type Draft = Profile;
export type Source = NonNullable<Draft['fields'][CanonicalFieldName]>;
export type Column = Inspection['columns'][number];

export const emptyDraft = (): Draft => ({
  name: 'new-profile',
  label: { zh: '', en: '' },
  dates: ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss'],
  fields: {},
  constants: {},
  kinds: [],
  ignored: [],
  otherColumns: 'refuse',
  maxRejectedShare: 1,
});

export const mappedFields = (draft: Draft): [CanonicalFieldName, Source][] =>
  canonicalFields.flatMap(({ name }) => {
    const source = draft.fields[name];
    return source ? [[name, source] as [CanonicalFieldName, Source]] : [];
  });

/** The column of the file that a source reads: the first of its names that is there. */
export const columnOf = ({ column, aliases = [] }: Source, names: readonly string[]): string | undefined =>
  [column, ...aliases].find((name) => names.includes(name));

/** The canonical fields that a column feeds, alone or as a further part. */
export const fieldsOf = (draft: Draft, column: string): CanonicalFieldName[] =>
  mappedFields(draft)
    .filter(([, { column: first, aliases = [], more = [] }]) => [first, ...aliases, ...more].includes(column))
    .map(([name]) => name);

/** Whether a column serves otherwise: as a key, for gathering rows, or to tell what a row is. */
export const servesOtherwise = (draft: Draft, column: string): boolean =>
  [...(draft.grain?.by ?? []), ...(draft.naturalKey ?? []), ...draft.kinds.map(({ when }) => when.column)].includes(
    column,
  );

/** What a person sees chosen for a column: its field, `ignored`, or nothing yet. */
export function choiceOf(draft: Draft, column: string): CanonicalFieldName | 'ignored' | '' {
  return fieldsOf(draft, column)[0] ?? (draft.ignored.includes(column) ? 'ignored' : '');
}

const without = <Value>(list: readonly Value[], gone: Value) => list.filter((one) => one !== gone);

/** The draft in which no field reads the column any more. */
function freed(draft: Draft, column: string): Draft {
  const kept = mappedFields(draft).flatMap(([name, source]) => {
    if (source.column === column || source.aliases?.includes(column)) return [];
    return [[name, source.more ? { ...source, more: without(source.more, column) } : source]];
  });
  return { ...draft, fields: Object.fromEntries(kept) as Draft['fields'], ignored: without(draft.ignored, column) };
}

/**
 * Gives a column its field (or `ignored`, or nothing). The column serves that field alone afterwards, and the field
 * reads this column alone; a constant it had goes. A date takes the formats that its samples allow, unless they leave open
 * which number is the day: that is asked.
 */
export function choose(draft: Draft, column: Column, choice: CanonicalFieldName | 'ignored' | ''): Draft {
  const free = freed(draft, column.name);
  if (choice === '') return free;
  if (choice === 'ignored') return { ...free, ignored: [...free.ignored, column.name] };
  const likely = isDate(choice) ? likelyFormats(column.samples) : [];
  const dates = isAmbiguous(likely) ? [] : likely;
  const codes = codesOf(choice);
  const values = codes ? valuesByName(codes, column.samples) : {};
  const source: Source = {
    column: column.name,
    ...(dates.length > 0 && { dates: [...dates] }),
    ...(Object.keys(values).length > 0 && { values }),
  };
  const { [choice]: _, ...constants } = free.constants;
  return { ...free, fields: { ...free.fields, [choice]: source }, constants };
}

export function withSource(draft: Draft, field: CanonicalFieldName, patch: Partial<Source>): Draft {
  const source = draft.fields[field];
  if (!source) return draft;
  const merged = Object.fromEntries(Object.entries({ ...source, ...patch }).filter(([, value]) => value !== undefined));
  return { ...draft, fields: { ...draft.fields, [field]: merged as Source } };
}

/** Sets a value that is the same in every row; undefined takes it away. */
export function withConstant(draft: Draft, field: CanonicalFieldName, value: string | undefined): Draft {
  const { [field]: _, ...rest } = draft.constants;
  return { ...draft, constants: value === undefined ? rest : { ...rest, [field]: value } };
}

/** The canonical fields that nothing feeds yet, the required ones first. */
export const openFields = (draft: Draft) =>
  canonicalFields
    .filter(({ name }) => draft.fields[name] === undefined && draft.constants[name] === undefined)
    .toSorted((a, b) => Number('required' in b) - Number('required' in a));

/** Suspicions below this are a guess: the column is left for a person to decide. */
const TRUSTED = 0.5;

/**
 * The draft with the columns mapped that it leaves open although they say what they are: a proposal lacks those about
 * which a question is to be answered first, such as which number of a date is the day.
 */
export function withSuggestions(draft: Draft, columns: readonly Column[]): Draft {
  return columns.reduce((current, column) => {
    const field = fieldNamed(column.suggestion?.field ?? '');
    if (!field || (column.suggestion?.confidence ?? 0) < TRUSTED) return current;
    const isOpen = choiceOf(current, column.name) === '' && !servesOtherwise(current, column.name);
    const isFree = current.fields[field] === undefined && isOpen;
    return isFree ? choose(current, column, field) : current;
  }, draft);
}

/** The columns that a downloaded file of refused rows has besides the source's own; an import leaves them out. */
export const isOurs = (column: string): boolean => column === 'tocsin_row' || column === 'tocsin_reason';
