import { type DrawnCell, type Palette, cellsSvg } from '@tocsin/charts';
import type { Drawing } from '../../ui/export/drawing.ts';
import type { Paint } from './region-paint.ts';
import type { RegionFigure, Tile } from './region-tiles.ts';

const WIDTH = 88;
const HEIGHT = 66;
const GAP = 4;

interface Look {
  readonly palette: Palette;
  readonly name: (region: string) => string;
  readonly text: (figure: RegionFigure) => string;
  readonly paint: (figure: RegionFigure) => Paint | undefined;
  /** Below the tiles: that they show no boundaries. */
  readonly caption: string;
}

/** The tile map as a picture of its own, for export. */
export function tilesSvg(tiles: readonly Tile[], { palette, name, text, paint, caption }: Look): Drawing {
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
    const [x, y] = [tile.column * (WIDTH + GAP), tile.row * (HEIGHT + GAP)];
    if (tile.city === null) return [cell(tile, x, y, HEIGHT)];
    return [cell(tile, x, y, 43), cell(tile.city, x, y + 44, 22)];
  });
  const height = 8 * (HEIGHT + GAP) + 16;
  return cellsSvg(cells, [{ x: 0, y: height - 4, text: caption }], { width: 7 * (WIDTH + GAP), height, palette });
}
