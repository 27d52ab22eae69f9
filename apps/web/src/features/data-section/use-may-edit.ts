import { computed } from 'vue';
import { useSession } from '../session/use-session.ts';

/** Whether the reader may change data: operators and administrators. The server decides again. */
export function useMayEdit() {
  const { data: me } = useSession();
  return computed(() => me.value?.role === 'admin' || me.value?.role === 'operator');
}
