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
  return sql`arrayStringConcat(arraySlice(splitByChar('.', ${column}), 1, ${bind(level, 'UInt8')}), '.')`;
};
