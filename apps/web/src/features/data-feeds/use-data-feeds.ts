import type { DataFeedInput, ListDataFeeds, PutDataFeed, RunDataFeed } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { call } from '../../api/request.ts';

type Reply = ReturnType<(typeof ListDataFeeds)['reply']['parse']>;
export type Feed = Reply['feeds'][number];

/** The ways data come in, with how fresh each is; asked every minute, as lateness comes by itself. */
export const useDataFeeds = () =>
  useQuery({
    queryKey: ['data-feeds'],
    queryFn: ({ signal }) => call<typeof ListDataFeeds>('GET', '/api/v1/data-feeds', { signal }),
    refetchInterval: 60_000,
  });

export function useDataFeedActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(['data-feeds', 'imports'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  /** `expectedVersion`: the version that was changed, 0 for a new feed; should another be the newest, nothing is kept. */
  const save = async (feed: DataFeedInput, expectedVersion: number): Promise<Feed> => {
    const saved = await call<typeof PutDataFeed>('PUT', '/api/v1/data-feeds/:id', {
      params: { id: feed.id },
      body: { ...feed, expectedVersion },
    });
    await refresh();
    return saved;
  };
  const run = async (id: string): Promise<Feed> => {
    const feed = await call<typeof RunDataFeed>('POST', '/api/v1/data-feeds/:id/run', { params: { id } });
    await refresh();
    return feed;
  };
  return { save, run };
}
