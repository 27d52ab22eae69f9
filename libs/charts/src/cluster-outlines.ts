import { tilePlaces } from './tile-map.ts';

/** The side of a tile at which the outline of its cluster runs. */
export type TileSide = 'top' | 'right' | 'bottom' | 'left';

/** A tile of a cluster, with the sides at which nothing of the same cluster lies. */
export interface OutlinedTile {
  /** The place of the cluster among those asked about. */
  readonly cluster: number;
  readonly row: number;
  readonly column: number;
  readonly sides: readonly TileSide[];
  /** Whether the label stands here: on the first tile, by rows, of each part of the cluster that hangs together. */
  readonly isFirst: boolean;
}

const STEPS: readonly (readonly [side: TileSide, row: number, column: number])[] = [
  ['top', -1, 0],
  ['right', 0, 1],
  ['bottom', 1, 0],
  ['left', 0, -1],
];

/**
 * Clusters of regions as outlines on the tile map: one around each part whose tiles touch. What touches on the map need not on
 * the land, nor the other way: the outline says what belongs together, not what is near. A single-listed city is outlined with
 * its province's tile.
 */
export function clusterOutlines(clusters: readonly (readonly string[])[]): OutlinedTile[] {
  return clusters.flatMap((regions, cluster) => {
    const tiles = tilePlaces.filter(
      ({ region, city }) => regions.includes(region) || (city !== undefined && regions.includes(city)),
    );
    const at = new Map(tiles.map((tile) => [`${tile.row} ${tile.column}`, tile]));
    const beside = ({ row, column }: { row: number; column: number }, [, down, right]: (typeof STEPS)[number]) =>
      at.get(`${row + down} ${column + right}`);
    const seen = new Set<unknown>();
    const inOrder = tiles.toSorted((one, other) => one.row - other.row || one.column - other.column);
    return inOrder.map((tile) => {
      const isFirst = !seen.has(tile);
      const part = isFirst ? [tile] : [];
      for (const one of part) {
        seen.add(one);
        for (const step of STEPS) {
          const next = beside(one, step);
          if (next !== undefined && !seen.has(next) && !part.includes(next)) part.push(next);
        }
      }
      const sides = STEPS.filter((step) => beside(tile, step) === undefined).map(([side]) => side);
      return { cluster, row: tile.row, column: tile.column, sides, isFirst };
    });
  });
}

/** The letter that a cluster is called by on maps and in tables: A, B, … */
export const clusterLetter = (cluster: number): string => String.fromCharCode(65 + (cluster % 26));
