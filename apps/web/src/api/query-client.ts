import { QueryClient } from '@tanstack/vue-query';
import { ApiError, isPassing } from './api-error.ts';

/** Figures stay fresh until the feed says that data changed; only passing trouble is tried again. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => isPassing(error) && failures < 3,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4000),
      },
    },
  });
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] === 'session') return;
    const { error } = query.state;
    if (error instanceof ApiError && error.kind === 'signed-out') onSignedOut();
  });
  return client;
}
