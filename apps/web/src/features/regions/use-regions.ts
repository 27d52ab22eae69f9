import { FEWEST_CASES, colourEdges, palettes } from '@tocsin/charts';
import { countIds, keptAndExcluded, measureIds, measures } from '@tocsin/contracts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatChange, formatPoints } from '../../i18n/format.ts';
import { useTheme } from '../../ui/use-theme.ts';
import { useBreakdown, useExcess, useRanking, useSeries } from '../figures/use-figures.ts';
import { filterQuery, useFilter, useView } from '../filter/use-filter.ts';
import { useLabels } from '../filter/use-labels.ts';
import { useChangeText } from '../indicators/use-change-text.ts';
import { type Expectation, type Held, departureOf, expectations, paintOf, regionColours } from './region-paint.ts';
import { regionGrains, regionWindow } from './region-window.ts';

/** The page's choices, all of them in its address. */
function useChoices() {
  const { filter, edge, setList, update } = useFilter();
  const measureId = useView('measure', measureIds, () => 'complaints');
  const colour = useView('map', regionColours, () => 'excess');
  const wanted = useView('compare', expectations, () => 'expectation');
  const grain = useView('grain', regionGrains, () => 'month');
  const measure = computed(() => measures[measureId.value]);
  const isCounted = computed(() => countIds.some((id) => id === measureId.value));
  const against = computed({
    get: () => (wanted.value === 'expectation' && !isCounted.value ? 'year' : wanted.value),
    set: (value: Expectation) => (wanted.value = value),
  });
  /** The one region that the reader went down into. */
  const inside = computed(() => {
    const { kept } = keptAndExcluded(filter.value?.lists.region ?? []);
    return kept.length === 1 ? kept[0] : undefined;
  });
  const by = computed(() => (inside.value === undefined ? ('region' as const) : ('city' as const)));
  /** Down into a region, or back up from it. */
  const enter = (region: string | undefined) =>
    setList('region', region === undefined || region === inside.value ? [] : [region]);
  const setPeriod = (from: string, until: string) => update({ from, until });
  return { filter, edge, setPeriod, measureId, isCounted, colour, against, grain, measure, inside, by, enter };
}

/** Figures of the regions: over the period beside earlier ones, in their places, and over time beside a year before. */
function useRegionFigures({ filter, measureId, isCounted, grain, by }: ReturnType<typeof useChoices>) {
  const slice = computed(() => filter.value && filterQuery(filter.value));
  /** The map shows every region, so that the chosen ones are seen among the others. */
  const everywhere = computed(() => slice.value && { ...slice.value, region: [], city: [] });
  const window = computed(() => filter.value && regionWindow(filter.value, grain.value));
  const breakdown = useBreakdown(everywhere, () => ({ by: 'region' as const, measure: measureId.value, limit: 100 }));
  const excess = useExcess(
    () => (isCounted.value ? everywhere.value : undefined),
    () => ({ by: 'region', measure: measureId.value }),
  );
  const ranking = useRanking(slice, () => ({ by: by.value, measure: measureId.value, fewest: FEWEST_CASES }));
  const asked = { compare: 'year' as const };
  const overTime = useSeries(
    () => slice.value && { ...slice.value, ...window.value },
    () => ({ ...asked, by: grain.value, measure: measureId.value, split: by.value, top: 50 }),
  );
  const national = useSeries(
    () => everywhere.value && { ...everywhere.value, ...window.value },
    () => ({ ...asked, by: grain.value, measure: measureId.value, split: 'region' as const }),
  );
  return { slice, everywhere, window, breakdown, excess, ranking, overTime, national };
}

/** The page 区域: its state, its figures, and how they are painted and written. */
export function useRegions() {
  const { t } = useI18n();
  const { theme } = useTheme();
  const { label } = useLabels();
  const texts = useChangeText();
  const choices = useChoices();
  const { measure, colour, by } = choices;
  const palette = computed(() => palettes[theme.value]);

  const figure = (value: number | null) => texts.figure(measure.value, value);
  const name = (code: string) => label(by.value, code);
  const regionName = (code: string) => label('region', code);
  const cityName = (code: string) => label('city', code);
  /** +35% · −1.2 points; why not, where it may not be said. */
  const away = (held: Held, places?: number): string => {
    const found = departureOf(measure.value, held);
    if (found.kind !== 'known') return t(`regionsPage.${found.kind}`);
    return measure.value.unit.en === '%'
      ? t('card.points', { points: formatPoints(found.size * 100) })
      : formatChange(found.size, places);
  };
  const paint = (held: Held, edges: readonly number[]) =>
    paintOf(palette.value, colour.value, departureOf(measure.value, held), held.value, edges);
  const edgesOf = (values: readonly (number | null)[]) => (colour.value === 'value' ? colourEdges(values) : []);
  return {
    ...choices,
    ...useRegionFigures(choices),
    palette,
    figure,
    name,
    regionName,
    cityName,
    away,
    paint,
    edgesOf,
  };
}
export type Regions = ReturnType<typeof useRegions>;
