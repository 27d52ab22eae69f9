import type { DeleteRegionMap, GetRegionMap, PutRegionMap } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { call, send } from '../../api/request.ts';

const KEY = ['region-map'] as const;

/** The map that the operator gave, if any; it changes so rarely that it is asked for once. */
export const useOwnMap = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call<typeof GetRegionMap>('GET', '/api/v1/region-map', { signal }),
    staleTime: Infinity,
  });

/** Gives a map with the number of its approval, or takes it out of use. */
export function useOwnMapActions() {
  const client = useQueryClient();
  const renewed = () => client.invalidateQueries({ queryKey: KEY });
  const give = async (approval: string, geojson: unknown) => {
    await call<typeof PutRegionMap>('PUT', '/api/v1/region-map', { body: { approval, geojson } });
    await renewed();
  };
  const remove = async () => {
    const path: (typeof DeleteRegionMap)['path'] = '/api/v1/region-map';
    await send('DELETE', path);
    await renewed();
  };
  return { give, remove };
}
