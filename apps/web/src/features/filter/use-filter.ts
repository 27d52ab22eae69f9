import { withKept, withRestored } from '@tocsin/contracts';
import { computed, shallowRef, watch } from 'vue';
import type { LocationQuery } from 'vue-router';
import { useRoute, useRouter } from 'vue-router';
import type { Query } from '../../api/request.ts';
import { useFreshness } from '../freshness/use-freshness.ts';
import { type FilterState, filterFromUrl, filterToUrl } from './filter-state.ts';
import { presetPeriod } from './period.ts';

/** The last filter looked at, so that going to another page and back loses nothing. */
export const rememberedFilter = shallowRef<Record<string, string>>({});

/**
 * The page's filter, read from the address and written back to it. Undefined until the data's end is known, because
 * the default period is the last complete month of the data.
 */
export function useFilter() {
  const route = useRoute();
  const router = useRouter();
  const { edge } = useFreshness();

  const filter = computed<FilterState | undefined>(() =>
    edge.value === undefined ? undefined : filterFromUrl(route.query, presetPeriod('last-month', edge.value)),
  );
  const update = (change: Partial<FilterState>) => {
    if (filter.value)
      void router.push({ query: { ...viewPart(route.query), ...filterToUrl({ ...filter.value, ...change }) } });
  };
  const setList = (dimension: keyof FilterState['lists'], codes: readonly string[]) => {
    if (filter.value) update({ lists: { ...filter.value.lists, [dimension]: codes } });
  };
  /** The values that a list keeps; what it leaves out stays out. */
  const setKept = (dimension: keyof FilterState['lists'], codes: readonly string[]) =>
    setList(dimension, withKept(filter.value?.lists[dimension] ?? [], codes));
  /** Takes back that a value is left out. */
  const restore = (dimension: keyof FilterState['lists'], code: string) =>
    setList(dimension, withRestored(filter.value?.lists[dimension] ?? [], code));
  return { filter, edge, update, setList, setKept, restore };
}

/** Completes a bare address, so that copying it at any time copies the picture. Called once per page with a filter. */
export function useFilterInAddress() {
  const route = useRoute();
  const router = useRouter();
  const { filter } = useFilter();
  watch(
    filter,
    (current) => {
      if (!current) return;
      const wanted = { ...viewPart(route.query), ...filterToUrl(current) };
      rememberedFilter.value = wanted;
      const isSame = Object.keys({ ...wanted, ...route.query }).every((key) => wanted[key] === route.query[key]);
      if (!isSame) void router.replace({ query: wanted });
    },
    { immediate: true },
  );
}

/**
 * How a page shows its figures (grain, map colouring …) stands in the address beside the filter; these are its names.
 * Anything else in an address is dropped.
 */
const viewNames = [
  'grain',
  'map',
  'measure',
  'split',
  'shape',
  'compare',
  'scale',
  'trail',
  'brush',
  'table',
  'q',
  'due',
  'marks',
  'order',
  'whenever',
] as const;
export type ViewName = (typeof viewNames)[number];

/** How the page shows its figures, as the address says. */
export const viewPart = (query: LocationQuery): Record<string, string> =>
  Object.fromEntries(viewNames.flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])));

/** One choice of view, kept in the address; `fallback` is not written there. */
export function useView<Value extends string>(name: ViewName, values: readonly Value[], fallback: () => Value) {
  const route = useRoute();
  const router = useRouter();
  return computed<Value>({
    get: () => values.find((value) => value === route.query[name]) ?? fallback(),
    set: (value) => void router.replace({ query: { ...route.query, [name]: value } }),
  });
}

/** The filter as the API wants it. */
export const filterQuery = ({ from, until, basis, lists }: FilterState): Query => ({ from, until, basis, ...lists });
