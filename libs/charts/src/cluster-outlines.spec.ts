import fc from 'fast-check';
import { regions } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { clusterLetter, clusterOutlines } from './cluster-outlines.ts';

describe('outlines of clusters on the tile map', () => {
  it('run around tiles that touch, with one label', () => {
    // Anhui 4,4 and Jiangsu 4,5 lie side by side.
    expect(clusterOutlines([['320000', '340000']])).toEqual([
      { cluster: 0, row: 4, column: 4, sides: ['top', 'bottom', 'left'], isFirst: true },
      { cluster: 0, row: 4, column: 5, sides: ['top', 'right', 'bottom'], isFirst: false },
    ]);
  });

  it('have a label on each part that stands alone', () => {
    const parts = clusterOutlines([['230000', '650000', '620000']]);
    expect(parts.map(({ row, column, isFirst }) => [row, column, isFirst])).toEqual([
      [0, 6, true],
      [2, 0, true],
      [2, 1, false],
    ]);
  });

  it('take a single-listed city with its province, once', () => {
    expect(clusterOutlines([['370000', '370200']])).toHaveLength(1);
    expect(clusterOutlines([['370200']])).toMatchObject([{ row: 3, column: 4 }]);
  });

  it('close: whatever the regions, each side is shared by two tiles of a cluster or is outlined', () => {
    const some = fc.subarray(regions.codes.map(({ code }) => code));
    fc.assert(
      fc.property(some, (codes) => {
        const tiles = clusterOutlines([codes]);
        const inside = tiles.reduce((sum, { sides }) => sum + (4 - sides.length), 0);
        const touching = tiles.flatMap((one) =>
          tiles.filter((other) => Math.abs(one.row - other.row) + Math.abs(one.column - other.column) === 1),
        );
        expect(inside).toBe(touching.length);
        if (tiles.length > 0) expect(tiles[0]?.isFirst).toBe(true);
      }),
    );
  });

  it('are called by letters', () => expect([0, 1, 25].map(clusterLetter)).toEqual(['A', 'B', 'Z']));
});
