import { type Dimension, type Sentence, dimensionCodeSets } from '@tocsin/contracts';
import type { NameOf } from '@tocsin/alerting';
import { type Warehouse, listDictionaries } from '@tocsin/warehouse';
import type { Trees } from '../reference/trees.ts';

/** Names of codes: those that the company has loaded, else the shipped ones, else the code itself. */
export async function codeNames(warehouse: Warehouse, trees: Trees): Promise<NameOf> {
  const names = new Map<string, Sentence>();
  const key = (dimension: string, code: string) => `${dimension} ${code}`;
  for (const { name, codes } of dimensionCodeSets)
    for (const { code, label } of codes) names.set(key(name, code), label);
  const entries = await warehouse.rows(listDictionaries());
  for (const { dictionary, code, zh, en } of [...entries, ...(await trees.names(entries))]) {
    names.set(key(dictionary, code), { zh, en: en || zh });
  }
  return (dimension: Dimension, code: string) => names.get(key(dimension, code)) ?? { zh: code, en: code };
}
