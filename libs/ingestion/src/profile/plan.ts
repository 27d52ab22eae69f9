import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { resendColumns } from './resend-columns.ts';
import { fieldIndex } from '../row/field-index.ts';
import type { Profile } from '@tocsin/contracts';

/** A profile bound to the columns that a file really has. Fields are given by their place in `canonicalFields`. */
export interface Plan {
  /** Names of the file's columns, in its order; for NDJSON empty. */
  readonly columns: readonly string[];
  /** By field: its cell's place, −1 where the file has none (CSV). */
  readonly cellOf: readonly number[];
  /** By key: the field, or −1 for a key that is left out on purpose (NDJSON). */
  readonly fieldOfKey: ReadonlyMap<string, number>;
  /** By field: source value → canonical value. */
  readonly valuesOf: readonly (ReadonlyMap<string, string> | undefined)[];
  /** By field: the constant, '' where there is none. */
  readonly constants: readonly string[];
}

/** Why a file does not fit a profile. */
export type Misfit =
  | { readonly code: 'no-header' }
  | { readonly code: 'column-missing'; readonly columns: readonly string[] }
  | { readonly code: 'column-unknown'; readonly columns: readonly string[] }
  | { readonly code: 'column-twice'; readonly columns: readonly string[] };

/**
 * Binds a profile to a CSV header, or to NDJSON objects when `header` is undefined. A file that lacks the column of a
 * required field, names a column twice, or has one that the profile does not know does not fit.
 */
export function planFor(profile: Profile, header: readonly string[] | undefined): Plan | Misfit {
  const sources = Object.entries(profile.fields) as [CanonicalFieldName, Profile['fields'][CanonicalFieldName]][];
  const fieldOfKey = new Map<string, number>([...profile.ignored, ...resendColumns].map((column) => [column, -1]));
  for (const [name, source] of sources) if (source) fieldOfKey.set(source.column, fieldIndex[name]);
  const columns = header?.map((cell) => cell.trim()) ?? [];
  const misfit = header === undefined ? undefined : misfitOf(profile, columns, fieldOfKey);
  if (misfit) return misfit;
  const cellOf = canonicalFields.map(({ name }) => columns.indexOf(profile.fields[name]?.column ?? '\0'));
  return {
    columns,
    cellOf,
    fieldOfKey,
    valuesOf: canonicalFields.map(({ name }) => asMap(profile.fields[name]?.values)),
    constants: canonicalFields.map(({ name }) => profile.constants[name] ?? ''),
  };
}

function misfitOf(
  profile: Profile,
  columns: readonly string[],
  known: ReadonlyMap<string, number>,
): Misfit | undefined {
  if (columns.every((column) => column === '')) return { code: 'no-header' };
  const missing = canonicalFields
    .filter(({ name, ...field }) => 'required' in field && profile.constants[name] === undefined)
    .map(({ name }) => profile.fields[name]?.column ?? name)
    .filter((column) => !columns.includes(column));
  if (missing.length > 0) return { code: 'column-missing', columns: missing };
  const unknown = columns.filter((column) => !known.has(column));
  if (unknown.length > 0 && profile.otherColumns === 'refuse') return { code: 'column-unknown', columns: unknown };
  const twice = columns.filter((column, place) => known.has(column) && columns.indexOf(column) !== place);
  return twice.length > 0 ? { code: 'column-twice', columns: twice } : undefined;
}

const asMap = (values: Readonly<Record<string, string>> | undefined) => values && new Map(Object.entries(values));
