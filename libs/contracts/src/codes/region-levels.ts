/** The five cities that report apart from their province. */
export const singleListedCities: readonly string[] = ['210200', '330200', '350200', '370200', '440300'];

/**
 * The reporting region of a GB/T 2260 code of any level: its province, or the single-listed city it lies in.
 * An empty code stays empty; a code that is not six digits is returned as it is (foreign data).
 */
export function reportingRegion(code: string): string {
  if (!/^\d{6}$/.test(code)) return code;
  const city = `${code.slice(0, 4)}00`;
  return singleListedCities.includes(city) ? city : `${code.slice(0, 2)}0000`;
}

/** Provinces that are one city each (直辖市), by the two digits of their code. */
export const municipalities: readonly string[] = ['11', '12', '31', '50'];

/** The third and fourth digits of what lies directly under a province without a prefecture between: 仙桃 `429004`. */
export const directlyUnder: readonly string[] = ['00', '90'];

/**
 * What lies one step below the reporting region of a GB/T 2260 code: the city (`341200` of `341204`), or the county-level
 * unit where no city lies between: the districts of the four municipalities and the five single-listed cities, and what is
 * directly under its province. Empty where the code says no more than the region, and for foreign codes. The warehouse has
 * the same rule in SQL.
 */
export function cityOf(code: string): string {
  if (!/^\d{6}$/.test(code) || code.endsWith('0000')) return '';
  const city = `${code.slice(0, 4)}00`;
  const hasCities =
    !municipalities.includes(code.slice(0, 2)) &&
    !singleListedCities.includes(city) &&
    !directlyUnder.includes(code.slice(2, 4));
  if (hasCities) return city;
  return code.endsWith('00') ? '' : code;
}
