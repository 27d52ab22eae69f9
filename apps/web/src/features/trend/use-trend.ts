import type { Alert, GetExpectationReply } from '@tocsin/contracts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../i18n/use-format.ts';
import { isInFilter } from '../alerts/alert-in-filter.ts';
import { useAnnotations } from '../annotations/use-annotations.ts';
import { useAlerts } from '../alerts/use-alerts.ts';
import { heldWhile } from '../figures/held-while.ts';
import { comingIn } from '../figures/coming-in.ts';
import { useExpectation, useSeries } from '../figures/use-figures.ts';
import { drawnUntil } from '../freshness/owed-days.ts';
import { useFreshness } from '../freshness/use-freshness.ts';
import { filterQuery, useFilter, useView } from '../filter/use-filter.ts';
import { type Told, trendMarks, trendPoints } from './trend-points.ts';
import { defaultGrain, trendGrains, trendWindow, yearBefore } from './trend-window.ts';

/** The overview's trend: complaints of the slice over time, the year before, and the warnings that began in it. */
export function useTrend() {
  const { t } = useI18n();
  const { filter, edge } = useFilter();
  const { sentence } = useFormat();
  const grain = useView('grain', trendGrains, () => (filter.value ? defaultGrain(filter.value) : 'week'));

  const { freshness } = useFreshness();
  const window = computed(() => {
    if (!filter.value || !edge.value) return undefined;
    const drawnTo = drawnUntil(edge.value, freshness.value?.missing ?? []);
    return trendWindow(filter.value, grain.value, edge.value, drawnTo);
  });
  const slice = computed(() => {
    if (!filter.value || !window.value) return undefined;
    const from = yearBefore(grain.value, window.value.from);
    return { ...filterQuery(filter.value), from, until: window.value.until };
  });
  const series = useSeries(slice, () => ({ by: grain.value }));
  const alerts = useAlerts({ state: 'any', about: 'complaints', limit: 500 });

  const expectation = useExpectation(
    () => (filter.value && window.value ? { ...filterQuery(filter.value), ...window.value } : undefined),
    grain,
  );
  const bands = computed(
    () => new Map((expectation.data.value?.points ?? []).map((point) => [point.at, toldOf(point)])),
  );

  // with a new filter the picture changes once, when all that it is made of is here
  const isComing = () => series.isPlaceholderData.value || expectation.isPlaceholderData.value;
  const points = heldWhile(isComing, () =>
    series.data.value && window.value && edge.value
      ? trendPoints(series.data.value, window.value.from, grain.value, edge.value, bands.value)
      : [],
  );
  const selected = heldWhile(isComing, () => filter.value);
  const marks = heldWhile(isComing, () => {
    const { lists } = filter.value ?? {};
    const inside = (alerts.data.value?.alerts ?? []).filter(
      (alert) => lists !== undefined && isWorthAMark(alert) && isInFilter(alert.slice, lists),
    );
    return trendMarks(inside, grain.value, (top, count) =>
      count === 1 ? sentence(top.headline) : t('trend.warningCount', { count }),
    );
  });
  const notes = useAnnotations(window, grain);
  const hasBand = computed(() => points.value.some(({ band }) => band !== undefined));
  return { hasBand, grain, window, series, points, marks, notes, filter, selected };
}

const toldOf = ({ lower, upper, ...point }: GetExpectationReply['points'][number]): Told => ({
  band: lower === null || upper === null ? undefined : { lower, upper },
  ...comingIn(point),
});

/** Blue warnings that have passed would cover the line and tell nothing. */
const isWorthAMark = ({ state, peakLevel }: Alert) => state === 'open' || peakLevel !== 'blue';
