import { type RowGroups, rowGroups } from './row-groups.ts';

/**
 * What explains each row of a regression, row by row and without the zeros: most columns say "is it a Monday" and the
 * like, so a row holds a handful of entries whatever the number of columns.
 *
 * Shape   row i owns the entries starts[i] … starts[i + 1] − 1, each a column and a value, columns ascending.
 * Why     series that share their dates share one design; what a single series lacks gets the weight 0 in the fit.
 */
export interface Design {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly values: Float64Array;
  /** The same rows by what they have in common, where that is much. */
  readonly groups: RowGroups | undefined;
}

/** One row: column and value of what is not zero, columns ascending. */
export type DesignRow = readonly (readonly [column: number, value: number])[];

/** A design of these rows. Columns that no row mentions up to `columns` exist, and stay without a coefficient. */
export function designOf(rows: readonly DesignRow[], columns: number): Design {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const design = {
    rows: rows.length,
    columns,
    starts: new Int32Array(rows.length + 1),
    entries: new Int32Array(size),
    values: new Float64Array(size),
    groups: rowGroups(rows),
  };
  let next = 0;
  rows.forEach((row, i) => {
    for (const [column, value] of row) {
      if (!(column >= 0 && column < columns)) throw new RangeError(`designOf: row ${i} has a column ${column}.`);
      design.entries[next] = column;
      design.values[next] = value;
      next += 1;
    }
    design.starts[i + 1] = next;
  });
  return design;
}
