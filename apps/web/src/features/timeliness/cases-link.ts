import { excluding, keptAndExcluded } from '@tocsin/contracts';
import { addDays } from '../../i18n/days.ts';
import { type FilterDimension, type FilterState, filterToUrl } from '../filter/filter-state.ts';

export type LinkQuery = Readonly<Record<string, string>>;

/** The list of the complaints of one band of due days, whenever received. */
export const bandLink = (filter: FilterState, due: string): LinkQuery => ({
  ...filterToUrl(filter),
  ...{ due, whenever: 'true' },
});

/**
 * The same for one value: what the filter keeps below it stays kept, what it leaves out stays out. Undefined for a missing
 * value, which no list can keep.
 */
export function valueLink(
  filter: FilterState,
  dimension: FilterDimension,
  code: string,
  due: string,
): LinkQuery | undefined {
  if (code === '') return undefined;
  const { kept, excluded } = keptAndExcluded(filter.lists[dimension]);
  const below = kept.filter((one) => one.startsWith(`${code}.`));
  const list = [...(below.length > 0 ? below : [code]), ...excluded.map(excluding)];
  return bandLink({ ...filter, lists: { ...filter.lists, [dimension]: list } }, due);
}

/** The open complaints that are so many days old, both ends included: those received on the days that makes. */
export function ageLink(
  filter: FilterState,
  age: { readonly from: number; readonly to: number | null },
  asOf: string,
  firstDay: string,
): LinkQuery {
  const until = addDays(asOf, 1 - age.from);
  const from = age.to === null ? firstDay : addDays(asOf, -age.to);
  // data that begin later have nothing older
  return { ...filterToUrl({ ...filter, from: from < until ? from : addDays(until, -1), until }), due: 'open' };
}

/** How many days are left in each band: those of a warning reach from where the nearer one ends. */
export function daysOfBand(band: string, warnAt: readonly number[]): { from: number; to: number } | undefined {
  const days = Number(/^t(\d+)$/.exec(band)?.[1]);
  if (!warnAt.includes(days)) return undefined;
  return { from: Math.max(0, ...warnAt.filter((one) => one < days)) + 1, to: days };
}
