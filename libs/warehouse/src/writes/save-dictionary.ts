import type { Warehouse } from '../connection/warehouse.ts';
import type { DictionaryEntry } from '../rows/imports.ts';

/** Keeps names of codes; a later load replaces the codes that it names and no others. */
export async function saveDictionary(
  warehouse: Warehouse,
  entries: readonly DictionaryEntry[],
  loadedAt: Date,
): Promise<void> {
  const loaded_at = loadedAt.toISOString();
  await warehouse.insert(
    'dictionary_entry',
    entries.map((entry) => ({ ...entry, loaded_at })),
  );
}
