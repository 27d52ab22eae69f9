import { type DrawnCell, type DrawnText, type Palette, cellsSvg, tilePlaces } from '@tocsin/charts';
import type { Drawing } from '../../ui/export/drawing.ts';
import type { HeatHead } from '../../ui/HeatGrid.vue';
import { miniTiles } from './mini-tiles.ts';
import type { Paint } from './region-paint.ts';

const COLUMNS = 7;
const PITCH = { x: 160, y: 196 };
const SCALE = 2;

interface Look {
  readonly palette: Palette;
  readonly paint: (region: string, at: string) => Paint | undefined;
  readonly caption: string;
}

/** The small maps as one picture, for export. */
export function monthMapsSvg(buckets: readonly HeatHead[], { palette, paint, caption }: Look): Drawing {
  const place = (index: number) => ({ x: (index % COLUMNS) * PITCH.x, y: Math.floor(index / COLUMNS) * PITCH.y });
  const cells = buckets.flatMap(({ key }, index): DrawnCell[] => {
    const { x, y } = place(index);
    return miniTiles(tilePlaces).map((tile) => ({
      ...{ x: x + tile.x * SCALE, y: y + 20 + tile.y * SCALE },
      ...{ width: tile.width * SCALE, height: tile.height * SCALE },
      ...{ fill: paint(tile.region, key)?.background ?? palette.line, colour: palette.ink },
    }));
  });
  const names = buckets.map(({ label }, index): DrawnText => ({
    ...place(index),
    y: place(index).y + 12,
    text: label,
  }));
  const height = Math.ceil(buckets.length / COLUMNS) * PITCH.y + 20;
  return cellsSvg(cells, [...names, { x: 0, y: height - 4, text: caption }], {
    ...{ width: COLUMNS * PITCH.x, height, palette },
  });
}
