import { computed, type Ref, ref, watch } from 'vue';
import { useIsLive } from '../feed/use-feed.ts';
import { useFreshness } from '../freshness/use-freshness.ts';

/** The freshness is asked for every minute: two answers that did not come mean that nobody is there. */
const SILENCE_MS = 150_000;

/**
 * Whether the wall still hears the server: by its feed, and by answers that come when asked, since a cable that was pulled
 * ends no connection. `since` is when it was last heard.
 */
export function useConnection(now: Readonly<Ref<number>>) {
  const isLive = useIsLive();
  const { query } = useFreshness();
  const heardAt = ref(now.value);
  watch(query.dataUpdatedAt, (at) => (heardAt.value = Math.max(heardAt.value, at)));
  watch(isLive, () => (heardAt.value = now.value));
  const isLost = computed(() => !isLive.value || now.value - heardAt.value > SILENCE_MS);
  const minutes = computed(() => Math.max(0, Math.floor((now.value - heardAt.value) / 60_000)));
  return { isLost, minutes };
}
