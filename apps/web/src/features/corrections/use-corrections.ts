import type { CreateErasure, ListErasures, WithdrawImport } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { call } from '../../api/request.ts';

type Reply = ReturnType<(typeof ListErasures)['reply']['parse']>;
export type Erasure = Reply['erasures'][number];
export type ErasureBy = Erasure['by'];
/** Ways to name whose data are to be removed; the order in which they are offered. */
export const erasureWays: readonly ErasureBy[] = ['identity', 'phone', 'name', 'complaint'];

/** Requests to remove a person's data, newest first; asked often while one is being carried out. */
export const useErasures = () =>
  useQuery({
    queryKey: ['erasures'],
    queryFn: ({ signal }) => call<typeof ListErasures>('GET', '/api/v1/erasures', { signal }),
    refetchInterval: ({ state }) => (state.data?.erasures.some((one) => one.state === 'waiting') ? 2000 : 60_000),
  });

export function useCorrectionActions() {
  const client = useQueryClient();
  const refresh = (...keys: string[]) => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
  const withdraw = async (id: string, reason: string): Promise<void> => {
    await call<typeof WithdrawImport>('POST', '/api/v1/imports/:id/withdraw', { params: { id }, body: { reason } });
    await refresh('imports', 'import', 'figures', 'freshness');
  };
  const erase = async (body: { by: ErasureBy; value: string; reason: string }): Promise<Erasure> => {
    const erasure = await call<typeof CreateErasure>('POST', '/api/v1/erasures', { body });
    await refresh('erasures', 'figures');
    return erasure;
  };
  return { withdraw, erase };
}
