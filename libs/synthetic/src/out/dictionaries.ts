import type { World } from '../case/world.ts';
import { newReasons } from '../events/silent.ts';
import { companyRegions } from '../master/regions.ts';
import { csvCell } from './lines.ts';

export const dictionaryNames = ['organisation', 'product', 'region', 'reason'] as const;
export type DictionaryName = (typeof dictionaryNames)[number];

/** Names of the company's own codes as CSV: code, zh, en, parent. Codes that ship with the product are not repeated. */
export function dictionaryCsv(world: World, name: DictionaryName): string {
  const rows = rowsOf(world, name).map((row) => row.map(csvCell).join(','));
  return `${['code,zh,en,parent', ...rows].join('\n')}\n`;
}

function rowsOf({ organisation, products, recoding }: World, name: DictionaryName): readonly (readonly string[])[] {
  switch (name) {
    case 'organisation':
      return organisation.units.map(({ code, zh, en, parent }) => [code, zh, en, parent]);
    case 'product':
      return products.all.map(({ code, zh, en, line }) => [code, zh, en, line]);
    case 'region':
      return companyRegions.flatMap(({ code, cities }) => cities.map((city) => [city.code, city.zh, city.en, code]));
    case 'reason':
      return recoding === undefined ? [] : newReasons;
  }
}
