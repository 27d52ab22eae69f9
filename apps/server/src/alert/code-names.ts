import { type Dimension, type Sentence, dimensionCodeSets } from '@tocsin/contracts';
import type { NameOf } from '@tocsin/alerting';
import { type Warehouse, listDictionaries } from '@tocsin/warehouse';

/** Names of codes: those that the company has loaded, else the shipped ones, else the code itself. */
export async function codeNames(warehouse: Warehouse): Promise<NameOf> {
  const names = new Map<string, Sentence>();
  const key = (dimension: string, code: string) => `${dimension} ${code}`;
  for (const { name, codes } of dimensionCodeSets)
    for (const { code, label } of codes) names.set(key(name, code), label);
  for (const { dictionary, code, zh, en } of await warehouse.rows(listDictionaries())) {
    names.set(key(dictionary, code), { zh, en });
  }
  return (dimension: Dimension, code: string) => names.get(key(dimension, code)) ?? { zh: code, en: code };
}
