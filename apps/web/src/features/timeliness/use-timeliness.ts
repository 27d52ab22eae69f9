import type { GetTimeliness } from '@tocsin/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { call } from '../../api/request.ts';
import { filterQuery, useFilter } from '../filter/use-filter.ts';
import { levelOf } from '../trends/trends-state.ts';

/** The open complaints of the filter's slice by due day, age, stage, organisation and department. */
export function useTimeliness() {
  const { filter } = useFilter();
  /** The organisations one step below what the filter keeps. */
  const query = computed(
    () => filter.value && { ...filterQuery(filter.value), level: levelOf('organisation', filter.value) },
  );
  const answer = useQuery({
    queryKey: computed(() => ['figures', 'timeliness', query.value]),
    queryFn: ({ signal }) => call<typeof GetTimeliness>('GET', '/api/v1/timeliness', { query: query.value, signal }),
    enabled: computed(() => query.value !== undefined),
    placeholderData: keepPreviousData,
  });
  return { filter, answer };
}
