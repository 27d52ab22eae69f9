import { colourEdges, colourStep, compareLevels, tilePlaces, type TileState, tileState } from '@tocsin/charts';
import type { Alert, Level } from '@tocsin/contracts';
import type { BreakdownRow, SeriesPoint } from '../figures/figures-api.ts';

/** What one tile, or the half of one that a single-listed city has, shows. */
export interface RegionFigure {
  readonly region: string;
  readonly state: TileState;
  readonly value: number | null;
  readonly yearBefore: number | null;
  readonly periodBefore: number | null;
  /** 0–4, or null where no colour is due. */
  readonly step: number | null;
  readonly spark: readonly (number | null)[];
  /** The highest level of the region's open warnings. */
  readonly level: Level | null;
}

export interface Tile extends RegionFigure {
  readonly row: number;
  readonly column: number;
  readonly city: RegionFigure | null;
}

/**
 * All 34 tiles with their figures, and the edges of the colour steps for the legend. A region without a row had no
 * complaint in the period: that is a count of 0 where the last months show that there are data, and unknown elsewhere.
 */
export function regionTiles(
  rows: readonly BreakdownRow[],
  sparks: readonly SeriesPoint[],
  open: readonly Alert[],
  isCount: boolean,
): { tiles: Tile[]; edges: number[] } {
  const places = new Set(tilePlaces.flatMap(({ region, city }) => (city === undefined ? [region] : [region, city])));
  const byRegion = new Map(rows.filter(({ code }) => places.has(code)).map((row) => [row.code, row]));
  const edges = colourEdges([...byRegion.values()].map(({ value }) => value));
  const lines = sparkLines(sparks);
  const levels = highestLevels(open);

  const figure = (region: string): RegionFigure => {
    const row = byRegion.get(region);
    const spark = lines.get(region) ?? [];
    const value = row === undefined && isCount && spark.length > 0 ? 0 : (row?.value ?? null);
    return {
      region,
      state: tileState(region, value),
      value,
      yearBefore: row?.yearBefore ?? null,
      periodBefore: row?.periodBefore ?? null,
      step: value === null ? null : colourStep(value, edges),
      spark,
      level: levels.get(region) ?? null,
    };
  };
  const tiles = tilePlaces.map(({ region, row, column, city }) => ({
    ...figure(region),
    row,
    column,
    city: city === undefined ? null : figure(city),
  }));
  return { tiles, edges };
}

function sparkLines(points: readonly SeriesPoint[]): Map<string, (number | null)[]> {
  const lines = new Map<string, (number | null)[]>();
  for (const { split, value } of points) lines.set(split, [...(lines.get(split) ?? []), value]);
  return lines;
}

function highestLevels(open: readonly Alert[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const { slice, level } of open) {
    const { region } = slice;
    const known = region === undefined ? undefined : levels.get(region);
    if (region !== undefined && (known === undefined || compareLevels(level, known) > 0)) levels.set(region, level);
  }
  return levels;
}
