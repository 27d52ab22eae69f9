import { useQuery } from '@tanstack/vue-query';
import type { GetTargets } from '@tocsin/contracts';
import { isExcluding } from '@tocsin/contracts';
import { computed } from 'vue';
import { call } from '../../api/request.ts';
import type { FilterState } from '../filter/filter-state.ts';
import { useFilter } from '../filter/use-filter.ts';

export interface TargetSlice {
  readonly organisation: string;
  readonly region: string;
}

/** The slice whose targets a filter asks for; undefined where targets cannot be entered for it. */
export function targetSlice({ lists }: Pick<FilterState, 'lists'>): TargetSlice | undefined {
  const { organisation, region, ...others } = lists;
  const isOne = (list: readonly string[]) => list.length < 2 && !list.some(isExcluding);
  if (!isOne(organisation) || !isOne(region) || Object.values(others).some((list) => list.length > 0)) return undefined;
  return { organisation: organisation[0] ?? '', region: region[0] ?? '' };
}

/** The newest year with data, held against its targets. */
export function useTargets() {
  const { filter, edge } = useFilter();
  const slice = computed(() => filter.value && targetSlice(filter.value));
  const year = computed(() => Number((edge.value ?? '').slice(0, 4)));
  const query = useQuery({
    queryKey: computed(() => ['figures', 'targets', year.value, slice.value]),
    queryFn: ({ signal }) =>
      call<typeof GetTargets>('GET', '/api/v1/targets', { query: { ...slice.value, year: year.value }, signal }),
    enabled: computed(() => slice.value !== undefined && year.value > 0),
  });
  return { query, slice, year, filter };
}
