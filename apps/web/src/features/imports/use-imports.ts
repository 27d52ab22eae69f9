import type { CreateImport, ListImports } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { call } from '../../api/request.ts';

type Batch = Awaited<ReturnType<typeof fetchImports>>['imports'][number];
export type { Batch };

const fetchImports = (signal?: AbortSignal) => call<typeof ListImports>('GET', '/api/v1/imports', { signal });

const isUnderWay = (batch: Batch) => batch.state === 'received' || batch.state === 'running';

/** Every import, newest first; asked often while one is under way. */
export const useImports = () =>
  useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => fetchImports(signal),
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? 1000 : 30_000),
  });

/** Sends a file as it is; CSV unless its name says NDJSON. The same file sent twice is the same import. */
export function useUpload() {
  const client = useQueryClient();
  return async (file: File): Promise<Batch> => {
    const isGzip = /\.gz$/i.test(file.name);
    const isNdjson = /\.(ndjson|jsonl|json)(\.gz)?$/i.test(file.name);
    const batch = await call<typeof CreateImport>('POST', '/api/v1/imports', {
      query: { profile: 'canonical', name: file.name },
      body: file,
      headers: {
        'content-type': isNdjson ? 'application/x-ndjson' : 'text/csv',
        ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
      },
    });
    await client.invalidateQueries({ queryKey: ['imports'] });
    return batch;
  };
}

/** Where a batch's refused rows can be had. */
export const rejectedPath = (id: string) => `/api/v1/imports/${encodeURIComponent(id)}/rejected`;
