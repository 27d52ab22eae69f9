import type { GetLineage } from '@tocsin/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { call } from '../../api/request.ts';
import { addDays } from '../../i18n/days.ts';
import { useFreshness } from '../freshness/use-freshness.ts';

/** The batches whose versions stand behind every complaint of the data's whole period, as they are now. */
export function useLineage() {
  const { freshness } = useFreshness();
  const period = computed(() => {
    const { firstDay, today } = freshness.value ?? {};
    return firstDay && today ? { from: firstDay, until: addDays(today, 1) } : undefined;
  });
  return useQuery({
    queryKey: computed(() => ['figures', 'lineage', period.value]),
    queryFn: ({ signal }) => call<typeof GetLineage>('GET', '/api/v1/lineage', { signal, query: { ...period.value } }),
    enabled: computed(() => period.value !== undefined),
    retry: false,
  });
}
