import type { CreateExport, ExportInput, ExportJob, ListExports } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { call, send } from '../../api/request.ts';

const key = ['exports'] as const;
const isUnderWay = ({ state }: ExportJob) => state === 'waiting' || state === 'running';

/** The reader's own exports; asked again every second while one is under way. */
export const useExports = () =>
  useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await call<typeof ListExports>('GET', '/api/v1/exports', { signal })).exports,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1000 : false),
  });

export function useExportActions() {
  const client = useQueryClient();
  const renewed = () => client.invalidateQueries({ queryKey: key });
  const create = async (body: ExportInput): Promise<ExportJob> => {
    const job = await call<typeof CreateExport>('POST', '/api/v1/exports', { body });
    await renewed();
    return job;
  };
  const remove = async (id: string): Promise<void> => {
    await send('DELETE', '/api/v1/exports/:id', { params: { id } });
    await renewed();
  };
  return { create, remove };
}
