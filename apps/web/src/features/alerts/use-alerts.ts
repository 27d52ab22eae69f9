import type { GetAlert, ListAlerts } from '@tocsin/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
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
