import { computed } from 'vue';
import { monthStart } from '../../i18n/days.ts';
import { useAlerts } from '../alerts/use-alerts.ts';
import { useBreakdown, useSeries } from '../figures/use-figures.ts';
import { filterQuery, useFilter, useView } from '../filter/use-filter.ts';
import { regionTiles } from './region-tiles.ts';

export const mapColours = ['volume', 'rate'] as const;
export type MapColour = (typeof mapColours)[number];

/** Months on a tile's spark. */
const SPARK_MONTHS = 13;

/**
 * The tile map's figures. The map shows every region whatever region the filter names, so that the chosen ones are
 * seen among the others.
 */
export function useRegionMap() {
  const { filter } = useFilter();
  const colour = useView('map', mapColours, () => 'volume');
  const everywhere = computed(() => filter.value && { ...filterQuery(filter.value), region: [] });
  const months = computed(() => {
    if (!filter.value) return undefined;
    const end = monthStart(filter.value.until, filter.value.until.endsWith('-01') ? 0 : 1);
    return { ...everywhere.value, from: monthStart(end, -SPARK_MONTHS), until: end };
  });

  const measure = computed(() => (colour.value === 'rate' ? ('per_100m_premium' as const) : ('complaints' as const)));
  const breakdown = useBreakdown(everywhere, () => ({ by: 'region' as const, measure: measure.value, limit: 100 }));
  const sparks = useSeries(months, { by: 'month', split: 'region' });
  const alerts = useAlerts({ state: 'open', about: 'complaints', limit: 500 });

  const map = computed(() =>
    regionTiles(
      breakdown.data.value ?? [],
      sparks.data.value ?? [],
      alerts.data.value?.alerts ?? [],
      colour.value === 'volume',
    ),
  );
  const unknown = computed(() => breakdown.data.value?.find(({ code }) => code === '')?.value ?? 0);
  return { filter, colour, measure, breakdown, map, unknown };
}
