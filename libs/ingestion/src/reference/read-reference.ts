import type { ReferenceTable, Sentence } from '@tocsin/contracts';
import { headerCells } from '../file/header-cells.ts';
import { forEachCsvRecord } from '../parse/csv-records.ts';
import { type ReadReferenceRow, isReadRow, readReferenceRow } from './read-row.ts';

/** A remark on a row; rows are numbered as a spreadsheet does. */
export interface RowRemark {
  readonly row: number;
  readonly sentence: Sentence;
}

export interface ReadReference {
  /** One row a key: of several the last. */
  readonly rows: readonly ReadReferenceRow[];
  readonly rejected: readonly RowRemark[];
  readonly marked: readonly RowRemark[];
}

/**
 * Reads a file for a reference table: a header, which names columns by their name or by their label in either language, in any
 * order, and rows. Columns that the table does not have are left out; without a required one the file is refused in one
 * sentence. Rows that cannot be taken are told apart; the others are taken.
 */
export function readReference(table: ReferenceTable, text: string): ReadReference {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const header = headerCells(bare, ',').map((name) => columnNamed(table, name));
  const missing = table.columns.filter(({ name, required }) => required && !header.includes(name));
  if (missing.length > 0) {
    return { rows: [], rejected: [{ row: 1, sentence: columnsMissing(missing.map(({ name }) => name)) }], marked: [] };
  }
  const gathered = new Gathered();
  let row = 0;
  forEachCsvRecord(bare, ',', (cells, count) => {
    row += 1;
    if (row === 1 || count === 0) return;
    if (count !== header.length) return gathered.refuse(row, wrongWidth(count, header.length));
    const given = Object.fromEntries(header.flatMap((name, i) => (name === undefined ? [] : [[name, cells[i] ?? '']])));
    const read = readReferenceRow(table, given);
    return isReadRow(read) ? gathered.take(row, read) : gathered.refuse(row, read);
  });
  return gathered;
}

/** The column that a header's cell means. */
function columnNamed(table: ReferenceTable, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return table.columns.find(({ name, label }) =>
    [name, label.zh.toLowerCase(), label.en.toLowerCase()].includes(wanted),
  )?.name;
}

class Gathered implements ReadReference {
  readonly #byKey = new Map<string, { row: number; read: ReadReferenceRow }>();
  readonly rejected: RowRemark[] = [];
  readonly marked: RowRemark[] = [];

  get rows(): ReadReferenceRow[] {
    return [...this.#byKey.values()].map(({ read }) => read);
  }

  refuse(row: number, sentence: Sentence): void {
    this.rejected.push({ row, sentence });
  }

  take(row: number, read: ReadReferenceRow): void {
    const before = this.#byKey.get(read.key);
    if (before !== undefined) this.marked.push({ row, sentence: said(before.row) });
    this.#byKey.set(read.key, { row, read });
    for (const sentence of read.marks) this.marked.push({ row, sentence });
  }
}

const said = (row: number): Sentence => ({
  zh: `与第 ${row} 行是同一项：以本行为准。`,
  en: `Names the same thing as row ${row}: this row counts.`,
});

const columnsMissing = (columns: readonly string[]): Sentence => ({
  zh: `缺少列 ${columns.join('、')}：请补上后重新导入。`,
  en: `The columns ${columns.join(', ')} are missing: add them and send the table again.`,
});

const wrongWidth = (count: number, expected: number): Sentence => ({
  zh: `本行有 ${count} 列，表头为 ${expected} 列：请检查分隔符和引号。`,
  en: `The row has ${count} cells, the header ${expected}: check delimiters and quotes.`,
});
