import type { Dimension } from '@tocsin/contracts';
import { treeDimensions } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { dimensionColumn } from './columns.ts';

export interface Split {
  readonly dimension: Dimension;
  /** Cuts codes of a tree at this level, 1 being the top; without meaning for the others. */
  readonly level?: number | undefined;
}

/** The code a row is counted under: its own, or its ancestor at the level. */
export const splitCode = (split: Split): Sql => splitOf(split, dimensionColumn);

/** The same where dimensions lie elsewhere. */
export const splitOf = ({ dimension, level }: Split, columnOf: (dimension: Dimension) => Sql): Sql => {
  const column = columnOf(dimension);
  if (level === undefined || !treeDimensions.includes(dimension)) return column;
  // Worked out once for each code of a dictionary; a function that takes the code apart would be for each row.
  return sql`substringIndex(${column}, '.', ${bind(level, 'UInt8')})`;
};

/** One value a row, or two. */
export interface Splits {
  readonly split?: Split | undefined;
  readonly across?: Split | undefined;
}

/** The columns `split` and `across`; empty texts where rows are not told apart. */
export const splitCodes = ({ split, across }: Splits): Sql => sql`${code(split)} AS split, ${code(across)} AS across`;
const code = (split: Split | undefined): Sql => (split === undefined ? sql`''` : sql`toString(${splitCode(split)})`);

/** What rows are told apart by. */
export const splitDimensions = ({ split, across }: Splits): Dimension[] => [
  ...new Set([split, across].flatMap((one) => (one === undefined ? [] : [one.dimension]))),
];
