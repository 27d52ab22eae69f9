import { type Dimension, type Sentence, dictionaryOf } from '@tocsin/contracts';
import type { NameOf } from '@tocsin/alerting';
import { type DictionaryEntry, type Warehouse, listDictionaries } from '@tocsin/warehouse';
import { type ShippedName, shippedNames } from '../reference/place-names/shipped-names.ts';
import type { Trees } from '../reference/trees.ts';

/** Names of codes: those that the company has loaded, else the shipped ones, else the code itself. */
export async function codeNames(warehouse: Warehouse, trees: Trees): Promise<NameOf> {
  const entries = await warehouse.rows(listDictionaries());
  return namesOver(await shippedNames(), [...entries, ...(await trees.names(entries))]);
}

export function namesOver(shipped: readonly ShippedName[], entries: readonly DictionaryEntry[]): NameOf {
  const names = new Map<string, Sentence>();
  const key = (dictionary: string, code: string) => `${dictionary} ${code}`;
  for (const { dictionary, code, zh, en } of [...shipped, ...entries])
    names.set(key(dictionary, code), { zh, en: en || zh });
  return (dimension: Dimension, code: string) =>
    names.get(key(dictionaryOf(dimension), code)) ?? { zh: code, en: code };
}
