import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';

/** The place of each canonical field in `canonicalFields`: rows are read as arrays in that order. */
export const fieldIndex = Object.fromEntries(canonicalFields.map(({ name }, place) => [name, place])) as Readonly<
  Record<CanonicalFieldName, number>
>;
