import type { GetCase, GetFacets, ListCases } from '@tocsin/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { call, type Query } from '../../api/request.ts';

const PAGE = 50;

/** Complaints page by page; waits until the question is known, and keeps the last list while the next comes. */
export const useCaseList = (query: MaybeRefOrGetter<Query | undefined>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['figures', 'cases', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      call<typeof ListCases>('GET', '/api/v1/cases', {
        query: { ...toValue(query), limit: PAGE, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: computed(() => toValue(query) !== undefined),
    placeholderData: keepPreviousData,
  });

/** How many complaints each value of some dimensions has. */
export const useFacets = (query: MaybeRefOrGetter<Query | undefined>) =>
  useQuery({
    queryKey: computed(() => ['figures', 'facets', toValue(query)]),
    queryFn: ({ signal }) => call<typeof GetFacets>('GET', '/api/v1/facets', { query: toValue(query), signal }),
    enabled: computed(() => toValue(query) !== undefined),
    placeholderData: keepPreviousData,
  });

/** One complaint with everything that belongs to it. */
export const useCase = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['figures', 'case', toValue(id)]),
    queryFn: ({ signal }) => call<typeof GetCase>('GET', '/api/v1/cases/:id', { params: { id: toValue(id) }, signal }),
  });
