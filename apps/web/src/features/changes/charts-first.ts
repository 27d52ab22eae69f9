import type { QueryClient } from '@tanstack/vue-query';

/** Charts that take longer are not waited for. */
const PATIENCE_MS = 3_000;

/**
 * Resolves when no chart or card of figures is being asked for any more. To look for changes keeps the server busy for a
 * second, and whoever has changed the filter looks at the charts first.
 */
export function chartsFirst(client: QueryClient, signal: AbortSignal): Promise<void> {
  const isQuiet = () =>
    client.isFetching({ predicate: ({ queryKey: [all, one] }) => all === 'figures' && one !== 'changes' }) === 0;
  return new Promise((resolve, reject) => {
    let looking: ReturnType<typeof setTimeout>;
    const end = (settle: () => void) => {
      unsubscribe();
      for (const timer of [looking, patience]) clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      settle();
    };
    const leave = () => end(() => reject(signal.reason as Error));
    // Charts of a changed filter begin in the same turn, some of them after this; news of one comes before it has begun.
    const lookSoon = () => {
      clearTimeout(looking);
      looking = setTimeout(() => isQuiet() && end(resolve));
    };
    const unsubscribe = client.getQueryCache().subscribe(lookSoon);
    const patience = setTimeout(() => end(resolve), PATIENCE_MS);
    signal.addEventListener('abort', leave);
    lookSoon();
  });
}
