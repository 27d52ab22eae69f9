import type { TilePlace } from '@tocsin/charts';

interface MiniTile {
  readonly region: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PITCH = 10;
const SIZE = 9;

/** Tiles on a field of 70 × 80; a single-listed city takes the lower third of its province's. */
export const miniTiles = (places: readonly TilePlace[]): MiniTile[] =>
  places.flatMap(({ region, row, column, city }) => {
    const [x, y] = [column * PITCH, row * PITCH];
    if (city === undefined) return [{ region, x, y, width: SIZE, height: SIZE }];
    return [
      { region, x, y, width: SIZE, height: 5.6 },
      { region: city, x, y: y + 6.1, width: SIZE, height: 2.9 },
    ];
  });
