import { colourEdges } from '@tocsin/charts';
import { computed } from 'vue';
import { useAlerts } from '../alerts/use-alerts.ts';
import { type RegionFigure, regionTiles } from './region-tiles.ts';
import type { Regions } from './use-regions.ts';

/** The tiles of the page: figures, sparks and warnings, and how each is painted and written. */
export function useTiles({ breakdown, excess, national, measure, against, colour, figure, away, paint }: Regions) {
  const alerts = useAlerts({ state: 'open', limit: 500 });
  const map = computed(() =>
    regionTiles(
      breakdown.data.value ?? [],
      national.data.value ?? [],
      alerts.data.value?.alerts ?? [],
      measure.value.kind === 'sum',
    ),
  );
  const figures = computed(() => map.value.tiles.flatMap(({ city, ...tile }) => (city ? [tile, city] : [tile])));
  const rows = computed(() => new Map((breakdown.data.value ?? []).map((row) => [row.code, row])));
  const byRegion = computed(() => new Map(figures.value.map((one) => [one.region, one])));
  const edges = computed(() => colourEdges(figures.value.map(({ value }) => value)));

  const expected = computed(() => new Map((excess.data.value?.rows ?? []).map((row) => [row.code, row])));
  const held = ({ region, value, yearBefore, periodBefore }: RegionFigure) => {
    const own = against.value === 'expectation' ? expected.value.get(region) : undefined;
    const before = { expectation: own?.expected ?? null, year: yearBefore, period: periodBefore }[against.value];
    return { value, expected: before, cases: rows.value.get(region)?.cases, chance: own?.chance };
  };
  const paintOf = (one: RegionFigure) => paint(held(one), edges.value);
  /** The departure where it may be said, else the figure itself. */
  const textOf = (one: RegionFigure) =>
    colour.value === 'excess' && paintOf(one) !== undefined ? away(held(one), 0) : figure(one.value);
  return { map, figures, byRegion, edges, held, textOf, paintOf };
}
