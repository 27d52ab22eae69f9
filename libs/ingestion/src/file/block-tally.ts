import { RowColumns } from '../row/row-columns.ts';
import type { StoredRow } from '../row/stored-columns.ts';
import type { DoubtfulRow, RefusedRow } from './refused-row.ts';

/** What became of the rows of one block. `read` = `accepted` + `refused.length` + `skipped`. */
export interface BlockResult {
  /** The stored rows as an Arrow stream, with a column of text for each of `storedColumns`; no bytes for no rows. */
  readonly rows: Uint8Array<ArrayBuffer>;
  readonly read: number;
  readonly accepted: number;
  readonly skipped: number;
  /** Why rows were skipped: how many for each reason. */
  readonly skips: Readonly<Partial<Record<SkipReason, number>>>;
  readonly refused: readonly RefusedRow[];
  /** Accepted rows that a person should look at. */
  readonly doubtful: readonly DoubtfulRow[];
  /** With a grain, by the number of a stored row: how many source rows it was made of. */
  readonly gathered?: ReadonlyMap<number, number>;
}

/** Why a row is neither taken nor refused. */
export type SkipReason = 'blank' | 'title' | 'note' | 'erased';

/** Counts what becomes of a block's rows, one after another. */
export class BlockTally {
  /** The number of the row under way. */
  rowNumber = 0;
  readonly #rows = new RowColumns();
  #read = 0;
  #accepted = 0;
  #skips: Partial<Record<SkipReason, number>> = {};
  #skipped = 0;
  #refused: RefusedRow[] = [];
  #doubtful: DoubtfulRow[] = [];

  begin(firstRow: number): void {
    this.rowNumber = firstRow;
    this.#read = this.#accepted = this.#skipped = 0;
    this.#skips = {};
    this.#refused = [];
    this.#doubtful = [];
  }

  accept(row: StoredRow, doubtful?: DoubtfulRow): void {
    this.#rows.add(row);
    this.#accepted += 1;
    if (doubtful !== undefined) this.#doubtful.push(doubtful);
    this.#next();
  }

  refuse(row: RefusedRow): void {
    this.#refused.push(row);
    this.#next();
  }

  skip(reason: SkipReason): void {
    this.#skips[reason] = (this.#skips[reason] ?? 0) + 1;
    this.#skipped += 1;
    this.#next();
  }

  result(): BlockResult {
    const [rows, read, accepted, skipped] = [this.#rows.take(), this.#read, this.#accepted, this.#skipped];
    return { rows, read, accepted, skipped, skips: this.#skips, refused: this.#refused, doubtful: this.#doubtful };
  }

  #next(): void {
    this.#read += 1;
    this.rowNumber += 1;
  }
}
