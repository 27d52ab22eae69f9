import type { CancelImport, GetImport, GetRejectedRows, ListImportRows, ListImports } from '@tocsin/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, computed, toValue } from 'vue';
import { addressOf, call } from '../../api/request.ts';
import { type Batch, isUnderWay } from './batch.ts';

const REJECTED: (typeof GetRejectedRows)['path'] = '/api/v1/imports/:id/rejected';

/** Every import, newest first; asked often while one is under way. */
export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => call<typeof ListImports>('GET', '/api/v1/imports', { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? 2000 : 30_000),
  });

/** One import; its progress keeps it current while it is under way. `isLeaving`: it is being withdrawn, so its end is awaited. */
export const useImport = (id: MaybeRefOrGetter<string>, isLeaving: MaybeRefOrGetter<boolean> = false) =>
  useQuery({
    queryKey: computed(() => ['import', toValue(id)]),
    queryFn: ({ signal }) =>
      call<typeof GetImport>('GET', '/api/v1/imports/:id', { signal, params: { id: toValue(id) } }),
    enabled: computed(() => toValue(id) !== ''),
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false;
      return isUnderWay(data) || (data.state === 'done' && toValue(isLeaving)) ? 1500 : false;
    },
  });

/** Rejected or doubtful rows of an import, values masked. */
export const useImportRows = (
  id: MaybeRefOrGetter<string>,
  outcome: MaybeRefOrGetter<'rejected' | 'warned'>,
  isWanted: MaybeRefOrGetter<boolean>,
) =>
  useQuery({
    queryKey: computed(() => ['import', toValue(id), 'rows', toValue(outcome)]),
    queryFn: ({ signal }) =>
      call<typeof ListImportRows>('GET', '/api/v1/imports/:id/rows', {
        signal,
        params: { id: toValue(id) },
        query: { outcome: toValue(outcome) },
      }),
    enabled: computed(() => toValue(isWanted)),
  });

/** Where a batch's refused rows can be had as a file to mend. */
export const rejectedPath = (id: string) => addressOf(REJECTED, { params: { id } });

/** What a person may do to an import; the lists and figures follow. */
export function useImportActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['imports', 'import', 'figures', 'freshness'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  const cancel = async (id: string): Promise<Batch> => {
    const batch = await call<typeof CancelImport>('POST', '/api/v1/imports/:id/cancel', { params: { id } });
    await refresh();
    return batch;
  };
  return { cancel, refresh };
}
