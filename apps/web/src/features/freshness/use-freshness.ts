import type { GetFreshness } from '@tocsin/contracts';
import { queryOptions, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { call } from '../../api/request.ts';
import { localParts } from '../../i18n/instants.ts';
import { dataEdge } from '../filter/period.ts';

export const freshnessQuery = queryOptions({
  queryKey: ['freshness'],
  queryFn: ({ signal }) => call<typeof GetFreshness>('GET', '/api/v1/freshness', { signal }),
});

/** How fresh the data are; asked again every minute, and at once when the feed says that figures changed. */
export function useFreshness() {
  const query = useQuery({ ...freshnessQuery, refetchInterval: 60_000 });
  const freshness = query.data;
  const newestDay = computed(() => {
    const { receivedUntil = null, timeZone = 'UTC' } = freshness.value ?? {};
    return receivedUntil === null ? null : localParts(receivedUntil, timeZone).day;
  });
  /** The first day without data; undefined until known. */
  const edge = computed(() => freshness.value && dataEdge(freshness.value.today, newestDay.value));
  return { query, freshness, newestDay, edge };
}
