import { canonicalFields, dimensionCodeSets } from '@tocsin/contracts';
import { type Warehouse, listDictionaries } from '@tocsin/warehouse';

/** By field: the codes of open sets that the product ships or the company's dictionaries name. */
export async function knownCodes(warehouse: Warehouse): Promise<Record<string, string[]>> {
  const named = await warehouse.rows(listDictionaries());
  const known: Record<string, string[]> = {};
  for (const field of canonicalFields) {
    const set = 'codeSet' in field ? dimensionCodeSets.find(({ name }) => name === field.codeSet) : undefined;
    if (set?.closed) continue;
    const codes = [...(set?.codes ?? []), ...named.filter(({ dictionary }) => dictionary === field.name)].map(
      ({ code }) => code,
    );
    if (codes.length > 0) known[field.name] = codes;
  }
  return known;
}
