import { measures } from '@tocsin/contracts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { comingIn } from '../figures/coming-in.ts';
import { useBreakdown, useExpectation, useSeries } from '../figures/use-figures.ts';
import { filterQuery, useFilter } from '../filter/use-filter.ts';
import { shownOf } from './trends-state.ts';
import { useDrawnSplit } from './use-drawn-split.ts';
import { useTrendsAddress } from './use-trends-address.ts';
import { withArrivals } from './with-arrivals.ts';

/** The page 趋势: its state in the address, the figures that it asks for, and the series to draw. */
export function useTrends() {
  const { t } = useI18n();
  const { filter } = useFilter();
  const address = useTrendsAddress();
  const { state } = address;
  const measure = computed(() => measures[state.value?.measure ?? 'complaints']);
  const slice = computed(() => filter.value && filterQuery(filter.value));
  const series = useSeries(slice, () => {
    const { grain: by = 'week', measure: asked, split, level, shape = 'lines', compare = 'none' } = state.value ?? {};
    return {
      ...{ by, measure: asked, split, level },
      top: split === undefined ? undefined : shownOf(shape),
      compare: compare === 'none' ? undefined : compare,
    };
  });
  const breakdown = useBreakdown(
    () => (state.value?.split === undefined ? undefined : slice.value),
    () => ({
      by: state.value?.split ?? 'region',
      measure: state.value?.measure,
      level: state.value?.level,
      limit: 100,
    }),
  );
  const drawn = useDrawnSplit(state, series.data);
  const isWhole = computed(() => state.value?.measure === 'complaints' && state.value.split === undefined);
  const expectation = useExpectation(
    () => (isWhole.value ? slice.value : undefined),
    () => state.value?.grain ?? 'week',
  );
  const split = computed(() => {
    const points = isWhole.value ? (expectation.data.value?.points ?? []) : [];
    return withArrivals(drawn.split.value, new Map(points.map((point) => [point.at, comingIn(point)])));
  });
  /** Whether anything at all is compared: an empty comparison is not drawn, but said. */
  const isCompared = computed(
    () =>
      state.value?.compare !== 'none' &&
      drawn.split.value.lines.some(({ points }) => points.some(({ compared }) => compared !== null)),
  );
  const comparedName = computed(() => {
    const { compare = 'none' } = state.value ?? {};
    return compare === 'none' ? '' : t(`trends.comparedTo.${compare}`);
  });
  return { filter, ...address, measure, series, breakdown, ...drawn, split, isCompared, comparedName };
}
export type Trends = ReturnType<typeof useTrends>;
