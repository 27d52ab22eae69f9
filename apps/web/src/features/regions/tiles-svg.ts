import {
  type DrawnCell,
  type DrawnLine,
  type OutlinedTile,
  type Palette,
  cellsSvg,
  clusterOutlines,
} from '@tocsin/charts';
import type { Drawing } from '../../ui/export/drawing.ts';
import type { Paint } from './region-paint.ts';
import type { RegionFigure, Tile } from './region-tiles.ts';

const WIDTH = 88;
const HEIGHT = 66;
const GAP = 4;
/** Above the first row: half the gap, in which an outline runs. */
const TOP = GAP;
/** The label of a cluster from the top right of its tile: beside the figure and above the city that shares the tile. */
const LABEL = { x: 5, y: 42 };

interface Look {
  readonly palette: Palette;
  readonly name: (region: string) => string;
  readonly text: (figure: RegionFigure) => string;
  readonly paint: (figure: RegionFigure) => Paint | undefined;
  /** Below the tiles: that they show no boundaries. */
  readonly caption: string;
  /** What is outlined, in the order of its letters. */
  readonly clusters: readonly { readonly label: string; readonly regions: readonly string[] }[];
}

/** The outline of a tile where its cluster ends; the first tile of each part bears the label. */
function outline({ row, column, sides, isFirst }: OutlinedTile, label: string): DrawnLine {
  const [left, top] = [column * (WIDTH + GAP) - GAP / 2, TOP + row * (HEIGHT + GAP) - GAP / 2];
  const [right, bottom] = [left + WIDTH + GAP, top + HEIGHT + GAP];
  const along = {
    ...{ top: `M${left} ${top}H${right}`, bottom: `M${left} ${bottom}H${right}` },
    ...{ left: `M${left} ${top}V${bottom}`, right: `M${right} ${top}V${bottom}` },
  };
  const d = sides.map((side) => along[side]).join('');
  return isFirst
    ? { d, label: { x: right - GAP / 2 - LABEL.x, y: top + GAP / 2 + LABEL.y, text: label, anchor: 'end' } }
    : { d };
}

/** The tile map as a picture of its own, for export. */
export function tilesSvg(tiles: readonly Tile[], { palette, name, text, paint, caption, clusters }: Look): Drawing {
  const cell = (figure: RegionFigure, x: number, y: number, height: number): DrawnCell => {
    const ground = paint(figure);
    const isKnown = figure.state === 'value';
    return {
      ...{ x, y, width: WIDTH, height, name: name(figure.region) },
      ...(isKnown && height > 34 ? { text: text(figure) } : {}),
      fill: ground?.background ?? (isKnown ? palette.sunken : undefined),
      colour: ground?.colour ?? palette.ink2,
      isOutlined: figure.state === 'no-business',
    };
  };
  const cells = tiles.flatMap((tile) => {
    const [x, y] = [tile.column * (WIDTH + GAP), TOP + tile.row * (HEIGHT + GAP)];
    if (tile.city === null) return [cell(tile, x, y, HEIGHT)];
    return [cell(tile, x, y, 43), cell(tile.city, x, y + 44, 22)];
  });
  const lines = clusterOutlines(clusters.map(({ regions }) => regions)).map((tile) =>
    outline(tile, clusters[tile.cluster]?.label ?? ''),
  );
  const [width, height] = [7 * (WIDTH + GAP), TOP + 8 * (HEIGHT + GAP) + 16];
  return cellsSvg(cells, [{ x: 0, y: height - 4, text: caption }], { width, height, palette, lines });
}
