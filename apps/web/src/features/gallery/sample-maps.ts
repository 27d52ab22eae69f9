import {
  type Palette,
  clusterLetter,
  colourEdges,
  colourStep,
  departure,
  independent,
  landClusters,
  landPaths,
  landSvg,
  tilePlaces,
  tileState,
} from '@tocsin/charts';
import type { Drawing } from '../../ui/export/drawing.ts';
import type { HeatCell } from '../../ui/HeatGrid.vue';
import { heatSvg } from '../regions/heat-svg.ts';
import { type Paint, paintOf } from '../regions/region-paint.ts';
import type { RegionFigure, Tile } from '../regions/region-tiles.ts';
import { tilesSvg } from '../regions/tiles-svg.ts';
import type { ExhibitState } from './exhibits.ts';
import { inventedLand, lines, ofLine, reasons, regionCounts, regionExpected } from './sample-figures.ts';

/** What a picture needs that is not a figure. */
export interface PictureLook {
  readonly palette: Palette;
  readonly name: (region: string) => string;
  readonly label: (label: { readonly zh: string; readonly en: string }) => string;
  readonly number: (value: number) => string;
  readonly caption: string;
  readonly approval: string;
}

/** Against its expectation: what has none came as expected. */
function groundOf(palette: Palette, region: string, value: number | null): Paint | undefined {
  const away = departure({ value, expected: regionExpected.get(region) ?? value, cases: undefined, kind: 'count' });
  return paintOf(palette, 'excess', away, value, []);
}

/** Two clusters, as a scan would have found them: one in one piece, one whose regions do not touch on the tile map. */
const clusters = [
  ['320000', '340000', '310000'],
  ['370000', '450000'],
].map((regions, index) => ({
  label: `${clusterLetter(index)} p 0.00${index + 1}`,
  regions,
}));

/** The tile map, by how far each region lies from what was expected; in a gap the west has delivered nothing. */
export function sampleTiles(state: ExhibitState, { palette, name, number, caption }: PictureLook): Drawing {
  const missing = new Set(state === 'gap' ? ['650000', '540000', '630000', '620000', '640000'] : ['540000']);
  const figure = (region: string): RegionFigure => {
    const value = state === 'gap' && missing.has(region) ? null : (regionCounts.get(region) ?? null);
    return {
      ...{ region, value, state: tileState(region, value), step: null, spark: [], level: null },
      ...{ yearBefore: null, periodBefore: null },
    };
  };
  const tiles: Tile[] = tilePlaces.map(({ region, row, column, city }) => ({
    ...{ ...figure(region), row, column },
    city: city === undefined ? null : figure(city),
  }));
  const text = ({ value }: RegionFigure) => (value === null ? '' : number(value));
  return tilesSvg(tiles, {
    ...{ palette, name, text, caption, clusters: state === 'normal' ? clusters : [] },
    paint: ({ region, value }) => groundOf(palette, region, value),
  });
}

/** Reasons by lines of business, against what they would hold if the two had nothing to do with each other. */
export function sampleHeat(state: ExhibitState, { palette, label, number }: PictureLook): Drawing {
  const rows = reasons.slice(0, 5).map(({ code, name }) => ({ key: code, label: label(name) }));
  const columns = lines.map(({ code, name }) => ({ key: code, label: label(name) }));
  const counts = new Map(
    reasons.slice(0, 5).flatMap(({ code, value }, row) =>
      lines.map(({ code: line, share }, column): [string, number | null] => {
        const isMissing = state === 'gap' && (column === 3 || row === 4);
        const moved = 1 + (((row * 5 + column * 3) % 7) - 3) / 16;
        return [`${code} ${line}`, isMissing ? null : Math.round((((value ?? 0) * share) / 1000) * moved)];
      }),
    ),
  );
  const usual = independent(
    [...counts].map(([key, value]) => ({ row: key.split(' ')[0] ?? '', column: key.split(' ')[1] ?? '', value })),
  );
  const cell = (row: string, column: string): HeatCell => {
    const value = counts.get(`${row} ${column}`) ?? null;
    if (value === null) return { text: '', title: '', state: 'no-data' };
    const away = departure({ value, expected: usual(row, column), cases: undefined, kind: 'count' });
    const ground = paintOf(palette, 'excess', away, value, []);
    return { text: number(value), title: '', state: ground ? 'value' : 'plain', ...ground };
  };
  return heatSvg({ rows, columns, cell, palette, width: 640 });
}

/** A company's own map in miniature: fields that stand for no land, coloured by the size of their figures. */
export function sampleLand({ palette, approval }: PictureLook): Drawing {
  const [width, height] = [360, 240];
  const counts = inventedLand.features.map(({ properties }) => regionCounts.get(properties.adcode) ?? null);
  const edges = colourEdges(counts);
  const fill = (region: string) => palette.sequential[colourStep(regionCounts.get(region) ?? 0, edges)];
  const paths = landPaths(inventedLand, width, height);
  return landSvg(paths, { width, height, palette, approval, fill, clusters: landClusters(paths, clusters) });
}

/** In order of the weeks, for the spark line: one line of business, with a gap where that is shown. */
export function sampleSpark(state: ExhibitState): readonly (number | null)[] {
  const values: readonly number[] = ofLine(lines[0]?.share ?? 0, 0).slice(4, 17);
  return values.map((value, index) => (state === 'gap' && index >= 4 && index < 7 ? null : value));
}
