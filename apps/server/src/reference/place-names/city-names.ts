import { createRequire } from 'node:module';
import { areaList } from '@vant/area-data';
import { cityOf } from '@tocsin/contracts';
import { englishName } from './english-name.ts';
import { spoken } from './plain-name.ts';

export interface CityName {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const require = createRequire(import.meta.url);

/** Hong Kong, Macao and Taiwan: no complaint of a mainland insurer names a place in them. */
const elsewhere = /^[78]/;
/** Codes that stand for no place of their own, zones that are no part of GB/T 2260, and islands that are a city by now. */
const noPlace = /^市辖区$|开发区$|群岛/;

/**
 * What every code that `cityOf` answers is called: cities as of the newest list, and those abolished since 2002 by the name
 * that they had last, since older complaints carry them.
 */
export function cityNames(): CityName[] {
  const names = new Map(Object.entries(abolished()));
  for (const list of [areaList.city_list, areaList.county_list])
    for (const [code, name] of Object.entries(list)) names.set(code, name);
  return [...names]
    .filter(([code, name]) => cityOf(code) === code && !elsewhere.test(code) && !noPlace.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => ({ code, zh: spoken(name), en: englishName(name) }));
}

type Names = Readonly<Record<string, string>>;

/** The yearly editions of GB/T 2260, the later name of a code over the earlier. */
function abolished(): Names {
  const editions: readonly string[] = require('gb2260/lib/revisions.json');
  const inOrder = [...editions].sort();
  return Object.assign({}, ...inOrder.map((edition): Names => require(`gb2260/lib/${edition}.json`)));
}
