import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useFilter, type ViewName } from '../filter/use-filter.ts';
import { casesFromUrl, casesQuery } from './cases-state.ts';

/** The list as the page's address says it, and the way to change it. */
export function useCasesAddress() {
  const route = useRoute();
  const router = useRouter();
  const { filter } = useFilter();
  const state = computed(() => casesFromUrl(route.query));
  const query = computed(() => filter.value && casesQuery(filter.value, state.value));
  /** Undefined or empty takes a choice out of the address. */
  const show = (change: Partial<Record<ViewName, string | undefined>>) => {
    const all = Object.entries({ ...route.query, ...change });
    void router.replace({ query: Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== '')) });
  };
  return { filter, state, query, show };
}
export type CasesAddress = ReturnType<typeof useCasesAddress>;
