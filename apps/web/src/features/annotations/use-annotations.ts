import type { GetAnnotations, Grain } from '@tocsin/contracts';
import type { ChartNote } from '@tocsin/charts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { call } from '../../api/request.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { bucketStart } from '../figures/grain.ts';
import type { Period } from '../filter/period.ts';

/**
 * What happened in a period and belongs beside its figures, by bucket: changes of classification and organisation,
 * rectifications, catastrophes, holidays. Holidays are told by day and week only: a month holds them every year.
 * Charts stand without them until they come.
 */
export function useAnnotations(period: MaybeRefOrGetter<Period | undefined>, grain: MaybeRefOrGetter<Grain>) {
  const { sentence } = useFormat();
  const { data } = useQuery({
    queryKey: computed(() => ['figures', 'annotations', toValue(period)?.from, toValue(period)?.until]),
    queryFn: ({ signal }) => {
      const { from, until } = toValue(period) ?? { from: '', until: '' };
      return call<typeof GetAnnotations>('GET', '/api/v1/annotations', { query: { from, until }, signal });
    },
    enabled: computed(() => toValue(period) !== undefined),
    placeholderData: keepPreviousData,
  });
  return computed<ChartNote[]>(() => {
    const by = toValue(grain);
    const isFine = by === 'day' || by === 'week';
    return (data.value?.annotations ?? [])
      .filter(({ kind }) => isFine || kind !== 'holiday')
      .map(({ day, text }) => ({ at: bucketStart(by, day), text: sentence(text) }));
  });
}
