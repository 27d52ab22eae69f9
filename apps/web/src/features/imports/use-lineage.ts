import type { GetLineage } from '@tocsin/contracts';
import { useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, computed, toValue } from 'vue';
import { type Query, call } from '../../api/request.ts';
import { addDays } from '../../i18n/days.ts';
import { useFreshness } from '../freshness/use-freshness.ts';

/** The batches whose versions stand behind a slice's complaints, as they are now. */
export const useLineage = (slice: MaybeRefOrGetter<Query | undefined>) =>
  useQuery({
    queryKey: computed(() => ['figures', 'lineage', toValue(slice)]),
    queryFn: ({ signal }) => call<typeof GetLineage>('GET', '/api/v1/lineage', { signal, query: toValue(slice) ?? {} }),
    enabled: computed(() => toValue(slice) !== undefined),
  });

/** The slice of everything there is; undefined until it is known how far the data reach. */
export function useWholePeriod() {
  const { freshness } = useFreshness();
  return computed<Query | undefined>(() => {
    const { firstDay, today } = freshness.value ?? {};
    return firstDay && today ? { from: firstDay, until: addDays(today, 1), basis: 'company' } : undefined;
  });
}
