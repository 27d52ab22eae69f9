import type { Grain, MeasureId } from '@tocsin/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { Query } from '../../api/request.ts';
import {
  type BreakdownQuestion,
  fetchBreakdown,
  fetchExcess,
  fetchExpectation,
  fetchHeatMap,
  fetchIndicators,
  fetchRanking,
  fetchSeries,
  type HeatMapQuestion,
  type SeriesQuestion,
} from './figures-api.ts';

type Slice = MaybeRefOrGetter<Query | undefined>;

/** All figures share the first key, so that news of changed data refreshes them together. */
const key = (...parts: unknown[]) => ['figures', ...parts];

/** A measure over time for a slice; waits until the slice is known, and keeps the last picture while the next comes. */
export const useSeries = (slice: Slice, question: MaybeRefOrGetter<SeriesQuestion>) =>
  useQuery({
    queryKey: computed(() => key('series', toValue(slice), toValue(question))),
    queryFn: ({ signal }) => fetchSeries(toValue(slice) ?? {}, toValue(question), signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });

/** A measure by the values of one dimension. */
export const useBreakdown = (slice: Slice, question: MaybeRefOrGetter<BreakdownQuestion>) =>
  useQuery({
    queryKey: computed(() => key('breakdown', toValue(slice), toValue(question))),
    queryFn: ({ signal }) => fetchBreakdown(toValue(slice) ?? {}, toValue(question), signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });

/** What each bucket was expected to bring. */
export const useExpectation = (slice: Slice, by: MaybeRefOrGetter<Grain>) =>
  useQuery({
    queryKey: computed(() => key('expectation', toValue(slice), toValue(by))),
    queryFn: ({ signal }) => fetchExpectation({ ...toValue(slice), by: toValue(by) }, signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });

/** The indicators of the overview and the wall, in their order. */
export const shownIndicators: readonly MeasureId[] = [
  'complaints',
  'per_100m_premium',
  'per_10k_policies',
  'on_time_closure',
];

/** These with their comparisons. */
export const useIndicators = (slice: Slice) =>
  useQuery({
    queryKey: computed(() => key('indicators', toValue(slice))),
    queryFn: ({ signal }) => fetchIndicators({ ...toValue(slice), measure: shownIndicators.join() }, signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });

/** A measure by the values of two dimensions. */
export const useHeatMap = (slice: Slice, question: MaybeRefOrGetter<HeatMapQuestion>) =>
  useQuery({
    queryKey: computed(() => key('heat-map', toValue(slice), toValue(question))),
    queryFn: ({ signal }) => fetchHeatMap(toValue(slice) ?? {}, toValue(question), signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });

/** The values of a dimension from the worst on, with their places a period before. */
export const useRanking = (slice: Slice, question: MaybeRefOrGetter<Query>) =>
  useQuery({
    queryKey: computed(() => key('ranking', toValue(slice), toValue(question))),
    queryFn: ({ signal }) => fetchRanking({ ...toValue(slice), ...toValue(question) }, signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });

/** A count by the values of a dimension beside what was to be expected of each. */
export const useExcess = (slice: Slice, question: MaybeRefOrGetter<Query>) =>
  useQuery({
    queryKey: computed(() => key('excess', toValue(slice), toValue(question))),
    queryFn: ({ signal }) => fetchExcess({ ...toValue(slice), ...toValue(question) }, signal),
    enabled: computed(() => toValue(slice) !== undefined),
    placeholderData: keepPreviousData,
  });
