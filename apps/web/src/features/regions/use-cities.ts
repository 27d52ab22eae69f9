import { medianMeasures } from '@tocsin/contracts';
import { computed } from 'vue';
import { useBreakdown, useExcess } from '../figures/use-figures.ts';
import type { Regions } from './use-regions.ts';

const by = 'city' as const;
/** More than any region has. */
const EVERY_CITY = 1000;

/** The cities of the region that the reader went down into: their cases, their rates, and what was to be expected. */
export function useCities({ slice, inside, measureId, isCounted }: Regions) {
  const asked = computed(() => (inside.value === undefined ? undefined : slice.value));
  const counted = computed(() => (isCounted.value ? measureId.value : 'complaints'));
  const counts = useBreakdown(asked, () => ({ by, measure: counted.value, limit: EVERY_CITY }));
  const excess = useExcess(asked, () => ({ by, measure: counted.value }));
  const rates = medianMeasures.map((measure) => ({
    measure,
    found: useBreakdown(asked, { by, measure, limit: EVERY_CITY }),
  }));
  const rows = computed(() => {
    const valueOf = (found: (typeof counts)['data']['value'], code: string) =>
      found?.find((row) => row.code === code)?.value ?? null;
    const withFigure = [counts, ...rates.map(({ found }) => found)].flatMap(({ data }) =>
      (data.value ?? []).flatMap(({ code, value }) => (value === null || value === 0 ? [] : [code])),
    );
    return [...new Set(withFigure)]
      .map((code) => ({
        code,
        count: valueOf(counts.data.value, code) ?? 0,
        rates: rates.map(({ measure, found }) => ({ measure, value: valueOf(found.data.value, code) })),
        expected: excess.data.value?.rows.find((row) => row.code === code)?.expected ?? null,
        chance: excess.data.value?.rows.find((row) => row.code === code)?.chance ?? null,
      }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  });
  const queries = [counts, excess, ...rates.map(({ found }) => found)];
  return {
    ...{ counted, rows },
    isPending: computed(() => queries.some((query) => query.isPending.value)),
    isFetching: computed(() => queries.some((query) => query.isFetching.value)),
    error: computed(() => queries.find((query) => query.error.value !== null)?.error.value ?? null),
    retry: () => queries.forEach((query) => void query.refetch()),
  };
}
export type CityRow = ReturnType<typeof useCities>['rows']['value'][number];
