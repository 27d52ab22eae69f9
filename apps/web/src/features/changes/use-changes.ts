import type { GetChanges } from '@tocsin/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { call, type Query } from '../../api/request.ts';
import { chartsFirst } from './charts-first.ts';

/** The three changes that matter: asked for when the charts of the same slice are there. */
export function useChanges(slice: MaybeRefOrGetter<Query | undefined>) {
  const client = useQueryClient();
  return useQuery({
    queryKey: computed(() => ['figures', 'changes', toValue(slice)]),
    queryFn: async ({ signal }) => {
      await chartsFirst(client, signal);
      return call<typeof GetChanges>('GET', '/api/v1/changes', { query: toValue(slice) ?? {}, signal });
    },
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });
}
