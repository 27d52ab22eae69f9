import { type CanonicalFieldName, type FieldSource, type Profile, canonicalFields } from '@tocsin/contracts';
import { fieldIndex } from '../row/field-index.ts';
import { headingKey } from './heading.ts';
import { resendColumns } from './resend-columns.ts';

/** A profile bound to the columns that a file really has. Fields are given by their place in `canonicalFields`. */
export interface Plan {
  /** Names of a record's cells, in their order: the file's own columns, or for JSON those the profile speaks of. */
  readonly columns: readonly string[];
  /** By field: its cell's place, −1 where the file has none. */
  readonly cellOf: readonly number[];
  /** By field: the places of further cells that are joined to it. */
  readonly moreOf: readonly (readonly number[])[];
  /** By the column's name as the file writes it: the field it feeds, or −1. Tells how a cell is masked. */
  readonly fieldOfKey: ReadonlyMap<string, number>;
  /** JSON, by `headingKey`: the cell's place, or −1 for a key that is left out on purpose. */
  readonly placeOfKey: ReadonlyMap<string, number>;
  /** By field: the constant, '' where there is none. */
  readonly constants: readonly string[];
  /** By rule of `kinds`, and by column of `naturalKey` and `grain`: the cell's place. */
  readonly kindCells: readonly number[];
  readonly keyCells: readonly number[];
  readonly grainCells: readonly number[];
}

/** Why a file does not fit a profile. */
export type Misfit =
  | { readonly code: 'no-header' }
  | { readonly code: 'column-missing'; readonly columns: readonly string[] }
  | { readonly code: 'column-unknown'; readonly columns: readonly string[] }
  | { readonly code: 'column-twice'; readonly columns: readonly string[] };

/**
 * Binds a profile to a table's header, or to JSON objects when `header` is undefined. Headings are compared by
 * `headingKey`; of a field's names the first that the file has is taken. A file that lacks the column of a required
 * field, names a column twice, or has one that the profile does not know does not fit.
 */
export function planFor(profile: Profile, header: readonly string[] | undefined): Plan | Misfit {
  const columns = header?.map((cell) => cell.trim()) ?? spokenOf(profile);
  const places = placesOf(columns);
  const find = (...names: readonly string[]): number => {
    for (const name of names) {
      const place = places.get(headingKey(name));
      if (place !== undefined) return place;
    }
    return -1;
  };
  const found = (source: FieldSource | undefined) => (source ? find(source.column, ...(source.aliases ?? [])) : -1);
  /** Rules and keys may call a column by any name its field has. */
  const named = (name: string): number => {
    const direct = find(name);
    return direct >= 0 ? direct : found(sourceCalled(profile, name));
  };
  const plan: Plan = {
    columns,
    cellOf: canonicalFields.map(({ name }) => found(profile.fields[name])),
    moreOf: canonicalFields.map(({ name }) => (profile.fields[name]?.more ?? []).map(named).filter((at) => at >= 0)),
    constants: canonicalFields.map(({ name }) => profile.constants[name] ?? ''),
    kindCells: profile.kinds.map(({ when }) => named(when.column)),
    keyCells: (profile.naturalKey ?? []).map(named),
    grainCells: (profile.grain?.by ?? []).map(named),
    fieldOfKey: new Map(),
    placeOfKey: new Map(),
  };
  const misfit = header === undefined ? undefined : misfitOf(profile, plan);
  return misfit ?? { ...plan, fieldOfKey: fieldsByKey(profile, plan), placeOfKey: keyPlaces(profile, plan, places) };
}

/** The first column of each heading; a second one of the same is found as a misfit. */
function placesOf(columns: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  columns.forEach((column, place) => {
    const key = headingKey(column);
    if (!places.has(key)) places.set(key, place);
  });
  return places;
}

/** Every column that a profile speaks of, by its first name. */
function spokenOf(profile: Profile): string[] {
  const sources = Object.values(profile.fields);
  const names = [
    ...sources.flatMap((source) => (source ? [source.column, ...(source.more ?? [])] : [])),
    ...profile.kinds.map(({ when }) => when.column),
    ...(profile.naturalKey ?? []),
    ...(profile.grain?.by ?? []),
  ].filter((name) => !sourceCalled(profile, name) || sources.some((source) => source?.column === name));
  return [...new Map(names.map((name) => [headingKey(name), name])).values()];
}

const sourceCalled = (profile: Profile, name: string): FieldSource | undefined =>
  Object.values(profile.fields).find((source) =>
    [source?.column, ...(source?.aliases ?? [])].some(
      (one) => one !== undefined && headingKey(one) === headingKey(name),
    ),
  );

function usedPlaces({ cellOf, moreOf, kindCells, keyCells, grainCells }: Plan): Set<number> {
  return new Set([...cellOf, ...moreOf.flat(), ...kindCells, ...keyCells, ...grainCells]);
}

function misfitOf(profile: Profile, plan: Plan): Misfit | undefined {
  const { columns, cellOf } = plan;
  if (columns.every((column) => column === '')) return { code: 'no-header' };
  const keyed = (name: CanonicalFieldName) => name === 'complaint_id' && profile.naturalKey !== undefined;
  const missing = canonicalFields
    .filter(({ name, ...field }) => 'required' in field && profile.constants[name] === undefined && !keyed(name))
    .filter(({ name }) => (cellOf[fieldIndex[name]] ?? -1) < 0)
    .map(({ name }) => profile.fields[name]?.column ?? name);
  const askedFor = [
    ...profile.kinds.map(({ when }, rule) => [when.column, plan.kindCells[rule]] as const),
    ...(profile.naturalKey ?? []).map((name, at) => [name, plan.keyCells[at]] as const),
    ...(profile.grain?.by ?? []).map((name, at) => [name, plan.grainCells[at]] as const),
  ];
  for (const [name, place] of askedFor) if (place === -1 && !missing.includes(name)) missing.push(name);
  if (missing.length > 0) return { code: 'column-missing', columns: missing };
  const used = usedPlaces(plan);
  const ignored = new Set([...profile.ignored, ...resendColumns].map(headingKey));
  const unknown = columns.filter((column, place) => !used.has(place) && !ignored.has(headingKey(column)));
  const keys = columns.map(headingKey);
  const twice = columns.filter(
    (_, place) => keys.indexOf(keys[place] ?? '') < place && used.has(keys.indexOf(keys[place] ?? '')),
  );
  if (twice.length > 0) return { code: 'column-twice', columns: twice };
  return unknown.length > 0 && profile.otherColumns === 'refuse'
    ? { code: 'column-unknown', columns: unknown }
    : undefined;
}

const personal = new Set<string>(canonicalFields.filter((field) => 'personal' in field).map(({ name }) => name));

/** A column that feeds several fields is masked as the personal one among them. */
function fieldsByKey(profile: Profile, { columns, cellOf, moreOf }: Plan): Map<string, number> {
  const fields = new Map<string, number>();
  const feeds = (place: number, field: number) => {
    const column = columns[place];
    const before = column === undefined ? undefined : fields.get(column);
    if (column === undefined || (before !== undefined && personal.has(canonicalFields[before]?.name ?? ''))) return;
    fields.set(column, field);
  };
  cellOf.forEach(feeds);
  moreOf.forEach((places, field) => places.forEach((place) => feeds(place, field)));
  for (const [name, source] of Object.entries(profile.fields) as [CanonicalFieldName, FieldSource][]) {
    for (const alias of source.aliases ?? []) if (!fields.has(alias)) fields.set(alias, fieldIndex[name]);
  }
  for (const column of profile.ignored) if (!fields.has(column)) fields.set(column, -1);
  return fields;
}

function keyPlaces(profile: Profile, plan: Plan, places: ReadonlyMap<string, number>): Map<string, number> {
  const keys = new Map([...profile.ignored, ...resendColumns].map((column) => [headingKey(column), -1]));
  for (const [key, place] of places) keys.set(key, place);
  for (const [name, source] of Object.entries(profile.fields) as [CanonicalFieldName, FieldSource][]) {
    for (const alias of source.aliases ?? []) {
      const key = headingKey(alias);
      if (!keys.has(key)) keys.set(key, plan.cellOf[fieldIndex[name]] ?? -1);
    }
  }
  return keys;
}
