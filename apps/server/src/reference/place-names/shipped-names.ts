import { dimensionCodeSets } from '@tocsin/contracts';
import type { CityName } from './city-names.ts';

export interface ShippedName extends CityName {
  readonly dictionary: string;
}

let shipped: Promise<readonly ShippedName[]> | undefined;

/**
 * The names of codes that the product brings along, in the order shown: those of the code sets, and after the regions' the
 * cities'. Worked out when they are first asked for: the libraries behind the cities' are only read then.
 */
export const shippedNames = (): Promise<readonly ShippedName[]> => (shipped ??= readNames());

async function readNames(): Promise<readonly ShippedName[]> {
  const { cityNames } = await import('./city-names.ts');
  const ofSets = dimensionCodeSets.flatMap(({ name, codes }) =>
    codes.map(({ code, label }) => ({ dictionary: name, code, zh: label.zh, en: label.en })),
  );
  return [...ofSets, ...cityNames().map((name) => ({ dictionary: 'region', ...name }))];
}
