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
export const splitCode = ({ dimension, level }: Split): Sql => {
  const column = dimensionColumn(dimension);
  if (level === undefined || !treeDimensions.includes(dimension)) return column;
  return sql`arrayStringConcat(arraySlice(splitByChar('.', ${column}), 1, ${bind(level, 'UInt8')}), '.')`;
};
