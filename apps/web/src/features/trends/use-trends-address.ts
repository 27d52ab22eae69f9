import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useFilter, viewPart, type ViewName } from '../filter/use-filter.ts';
import { trendsFromUrl, type TrendsState } from './trends-state.ts';

/** The page's state as its address says it, and the way to change it. */
export function useTrendsAddress() {
  const route = useRoute();
  const router = useRouter();
  const { filter } = useFilter();
  const state = computed<TrendsState | undefined>(() => filter.value && trendsFromUrl(route.query, filter.value));
  const view = computed(() => viewPart(route.query));
  /** Changes choices of view; undefined takes one out. A step can be taken back by the browser's own button. */
  const show = (change: Partial<Record<ViewName, string | undefined>>, isStep = false) => {
    const query = Object.fromEntries(
      Object.entries({ ...route.query, ...change }).filter(([, value]) => value !== undefined),
    );
    void (isStep ? router.push({ query }) : router.replace({ query }));
  };
  return { state, view, show };
}
