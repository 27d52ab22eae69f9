import type { GetProfile, ListProfiles, ListProfileVersions, Profile, PutProfile } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, computed, toValue } from 'vue';
import { call } from '../../api/request.ts';

type Reply = ReturnType<(typeof ListProfiles)['reply']['parse']>;
export type Summary = Reply['profiles'][number];

export const useProfiles = () =>
  useQuery({
    queryKey: ['profiles'],
    queryFn: ({ signal }) => call<typeof ListProfiles>('GET', '/api/v1/profiles', { signal }),
  });

export const fetchProfile = (name: string, version?: number, signal?: AbortSignal): Promise<Profile> =>
  call<typeof GetProfile>('GET', '/api/v1/profiles/:name', { signal, params: { name }, query: { version } });

/** One profile; the newest version unless another is asked for. */
export const useProfile = (name: MaybeRefOrGetter<string>, version: MaybeRefOrGetter<number | undefined>) =>
  useQuery({
    queryKey: computed(() => ['profiles', toValue(name), 'at', toValue(version) ?? 'newest']),
    queryFn: ({ signal }) => fetchProfile(toValue(name), toValue(version), signal),
  });

export const useProfileVersions = (name: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['profiles', toValue(name), 'versions']),
    queryFn: ({ signal }) =>
      call<typeof ListProfileVersions>('GET', '/api/v1/profiles/:name/versions', {
        signal,
        params: { name: toValue(name) },
      }),
  });

/** Keeps a profile as a new version. */
export function useProfileActions() {
  const client = useQueryClient();
  const save = async (profile: Profile): Promise<Summary> => {
    const summary = await call<typeof PutProfile>('PUT', '/api/v1/profiles/:name', {
      params: { name: profile.name },
      body: profile,
    });
    await client.invalidateQueries({ queryKey: ['profiles'] });
    return summary;
  };
  return { save };
}
