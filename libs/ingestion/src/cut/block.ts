import type { SheetContext } from '../parse/workbook-texts.ts';

/**
 * A piece of a file that holds whole records, so that pieces can be parsed apart and in any order.
 *
 * - `titles`  the records above the header of a CSV file
 * - `header`  the record of a CSV file that names its columns
 * - `records` one or more records
 * - `broken`  one line that begins a record which never ends (a quote that is not closed, or a record larger than
 *             allowed); the lines after it are records of their own again
 *
 * `firstRow` is the row number of its first record as a spreadsheet shows it: the first line of a file is row 1, and
 * a record that spans several lines is one row. Blank lines count.
 */
export interface Block {
  readonly kind: 'titles' | 'header' | 'records' | 'broken';
  /** Owns its memory: it may be transferred to a thread. Starts without a byte-order mark. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly firstRow: number;
  /** Of a sheet's rows, whose bytes are then the XML of whole rows, titles and header among them: what they refer to. */
  readonly sheet?: SheetContext;
}
