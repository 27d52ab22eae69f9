import { dimensionCodeSets } from '@tocsin/contracts';

const shipped = new Set(dimensionCodeSets.map(({ name }) => name));

/** Whether the product ships names for a table's codes, so that an empty table means "as shipped", not "nothing". */
export const isBuiltIn = (table: string): boolean => shipped.has(table);
