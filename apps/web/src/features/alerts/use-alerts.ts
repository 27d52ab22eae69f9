import type { GetAlert, JudgeAlert, JudgeAlertBody, ListAlerts } from '@tocsin/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { call, type Query } from '../../api/request.ts';

/** Warnings by state and level, most urgent first as the server orders them. */
export const useAlerts = (query: MaybeRefOrGetter<Query>) =>
  useQuery({
    queryKey: computed(() => ['alerts', toValue(query)]),
    queryFn: ({ signal }) => call<typeof ListAlerts>('GET', '/api/v1/alerts', { query: toValue(query), signal }),
    placeholderData: keepPreviousData,
  });

/** One warning with its events, contributors, notices and series. */
export const useAlert = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['alert', toValue(id)]),
    queryFn: ({ signal }) =>
      call<typeof GetAlert>('GET', '/api/v1/alerts/:id', { params: { id: toValue(id) }, signal }),
  });

/** Says what one makes of a warning; what is known to have happened, and what is expected, follow the figures' version. */
export function useJudge(id: MaybeRefOrGetter<string>) {
  const client = useQueryClient();
  return async (body: JudgeAlertBody): Promise<void> => {
    await call<typeof JudgeAlert>('POST', '/api/v1/alerts/:id/verdicts', { params: { id: toValue(id) }, body });
    await Promise.all([
      client.invalidateQueries({ queryKey: ['alert', toValue(id)] }),
      client.invalidateQueries({ queryKey: ['alerts'] }),
    ]);
  };
}
