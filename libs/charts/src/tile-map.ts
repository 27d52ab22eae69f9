/** Row and column of each province on the tile map, 8 × 7; the single-listed cities sit inside their province's tile. */
export interface TilePlace {
  readonly region: string;
  readonly row: number;
  readonly column: number;
  /** The single-listed city that shares the tile. */
  readonly city?: string;
}

const place = (region: string, row: number, column: number, city?: string): TilePlace =>
  city === undefined ? { region, row, column } : { region, row, column, city };

/** A schematic: neighbourhood on it is roughly that of the land, never exactly. It shows no boundaries. */
export const tilePlaces: readonly TilePlace[] = [
  place('230000', 0, 6),
  place('150000', 1, 3),
  place('110000', 1, 4),
  place('220000', 1, 6),
  place('650000', 2, 0),
  place('620000', 2, 1),
  place('640000', 2, 2),
  place('140000', 2, 3),
  place('130000', 2, 4),
  place('120000', 2, 5),
  place('210000', 2, 6, '210200'),
  place('540000', 3, 0),
  place('630000', 3, 1),
  place('610000', 3, 2),
  place('410000', 3, 3),
  place('370000', 3, 4, '370200'),
  place('510000', 4, 1),
  place('500000', 4, 2),
  place('420000', 4, 3),
  place('340000', 4, 4),
  place('320000', 4, 5),
  place('310000', 4, 6),
  place('530000', 5, 1),
  place('520000', 5, 2),
  place('430000', 5, 3),
  place('360000', 5, 4),
  place('330000', 5, 5, '330200'),
  place('450000', 6, 2),
  place('440000', 6, 3, '440300'),
  place('350000', 6, 4, '350200'),
  place('710000', 6, 5),
  place('460000', 7, 2),
  place('820000', 7, 3),
  place('810000', 7, 4),
];

/** Hong Kong, Macao and Taiwan: a company without rows there does no business there, which is not the same as zero. */
const outsideMainland = new Set(['710000', '810000', '820000']);

/** Why a tile has a colour, or none. */
export type TileState = 'value' | 'no-data' | 'no-business';

/** A row that is absent counts as nothing reported; null is a figure that cannot be known (no denominator). */
export function tileState(region: string, value: number | null | undefined): TileState {
  if (value !== null && value !== undefined) return 'value';
  return outsideMainland.has(region) ? 'no-business' : 'no-data';
}
