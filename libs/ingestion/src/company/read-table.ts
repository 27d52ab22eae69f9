import type { Sentence } from '@tocsin/contracts';
import { headerCells } from '../file/header-cells.ts';
import { forEachCsvRecord } from '../parse/csv-records.ts';

/** A row of a small table that was not taken; rows are numbered as a spreadsheet does. */
export interface RefusedLine {
  readonly row: number;
  readonly sentence: Sentence;
}

export interface ReadTable<Row> {
  readonly rows: readonly Row[];
  readonly rejected: readonly RefusedLine[];
}

/** What a row reader gets: the cell under a name, '' when the column or the value is missing. */
export type CellOf = (column: string) => string;

/**
 * Reads a small CSV table: header, then one row at a time by `read`, which answers the row or says what is wrong with
 * it. Columns may stand in any order; `required` ones must be there, or the whole table is refused in one sentence.
 */
export function readTable<Row>(
  text: string,
  required: readonly string[],
  read: (cell: CellOf) => Row | Sentence,
  isRow: (result: Row | Sentence) => result is Row,
): ReadTable<Row> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const header = headerCells(bare, ',').map((name) => name.trim());
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) return { rows: [], rejected: [{ row: 1, sentence: columnsMissing(missing) }] };
  const rows: Row[] = [];
  const rejected: RefusedLine[] = [];
  let row = 0;
  forEachCsvRecord(bare, ',', (cells, count) => {
    row += 1;
    if (row === 1 || count === 0) return;
    if (count !== header.length) {
      rejected.push({ row, sentence: wrongWidth(count, header.length) });
      return;
    }
    const result = read((column) => (cells[header.indexOf(column)] ?? '').trim());
    if (isRow(result)) rows.push(result);
    else rejected.push({ row, sentence: result });
  });
  return { rows, rejected };
}

const columnsMissing = (columns: readonly string[]): Sentence => ({
  zh: `缺少列 ${columns.join('、')}:请补上后重新导入。`,
  en: `The columns ${columns.join(', ')} are missing: add them and send the table again.`,
});

const wrongWidth = (count: number, expected: number): Sentence => ({
  zh: `本行有 ${count} 列，表头为 ${expected} 列：请检查分隔符和引号。`,
  en: `The row has ${count} cells, the header ${expected}: check delimiters and quotes.`,
});
