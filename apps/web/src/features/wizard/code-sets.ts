import {
  type CanonicalField,
  type CanonicalFieldName,
  type CodeSet,
  canonicalFields,
  complainantKinds,
  dimensionCodeSets,
  kinds,
  outcomes,
  settlements,
  specialGroups,
  statuses,
} from '@tocsin/contracts';

const sets = new Map<string, CodeSet>(
  [...dimensionCodeSets, kinds, statuses, outcomes, settlements, complainantKinds, specialGroups].map((set) => [
    set.name,
    set,
  ]),
);

const fields = new Map<string, CanonicalField>(canonicalFields.map((field) => [field.name, field]));

/** The field of that name; undefined for what is none. */
export const fieldNamed = (name: string): CanonicalFieldName | undefined =>
  canonicalFields.find((field) => field.name === name)?.name;

export const fieldOf = (name: string): CanonicalField | undefined => fields.get(name);

/** The codes that a field may hold, where it has a list of them. */
export const codesOf = (name: string): CodeSet | undefined => sets.get(fields.get(name)?.codeSet ?? '');

export const isDate = (name: string): boolean => ['instant', 'day'].includes(fields.get(name)?.type ?? '');
