import type { DictionaryEntry } from '@tocsin/warehouse';
import type { ShippedName } from '../../reference/place-names/shipped-names.ts';

type Name = Omit<ShippedName, 'dictionary'>;

/** Names of codes by dimension: the product's own in their order, renamed where the company did, then the company's. */
export function mergeDictionaries(
  shipped: readonly ShippedName[],
  entries: readonly DictionaryEntry[],
): Record<string, Name[]> {
  const merged = new Map<string, Map<string, Name>>();
  const put = (dictionary: string, name: Name) => {
    const names = merged.get(dictionary) ?? new Map<string, Name>();
    merged.set(dictionary, names.set(name.code, name));
  };
  for (const { dictionary, ...name } of shipped) put(dictionary, name);
  // a name in one language serves both: a code alone would say less
  for (const { dictionary, code, zh, en } of entries)
    put(dictionary, { code, zh: zh || en || code, en: en || zh || code });
  return Object.fromEntries([...merged].map(([dictionary, names]) => [dictionary, [...names.values()]]));
}
