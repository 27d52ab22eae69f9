import type { CreateSession, CreateSetup, GetSession, GetSetup, Me } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { ApiError } from '../../api/api-error.ts';
import { call, send } from '../../api/request.ts';

type Setup = typeof CreateSetup;

/** Who is signed in, or null when nobody is: an answer, not an error. */
export async function fetchMe(): Promise<Me | null> {
  try {
    return await call<typeof GetSession>('GET', '/api/v1/session');
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'signed-out') return null;
    throw error;
  }
}

export const sessionQuery = { queryKey: ['session'], queryFn: fetchMe, staleTime: Infinity } as const;

export const useSession = () => useQuery(sessionQuery);

export const fetchSetupNeeded = async (): Promise<boolean> =>
  (await call<typeof GetSetup>('GET', '/api/v1/setup')).needed;

/** Signs in, out, and creates the first administrator; the cache never outlives the person. */
export function useSessionActions() {
  const client = useQueryClient();
  const signIn = async (name: string, password: string): Promise<Me> => {
    const me = await call<typeof CreateSession>('POST', '/api/v1/session', { body: { name, password } });
    client.clear();
    client.setQueryData(sessionQuery.queryKey, me);
    return me;
  };
  const setUp = async (body: { code: string; name: string; password: string }): Promise<Me> => {
    const path: Setup['path'] = '/api/v1/setup';
    await send('POST', path, { body });
    return signIn(body.name, body.password);
  };
  const signOut = async (): Promise<void> => {
    await send('DELETE', '/api/v1/session').catch(() => undefined);
    client.clear();
    client.setQueryData(sessionQuery.queryKey, null);
  };
  return { signIn, setUp, signOut };
}
