import type { ReferenceTable, Sentence } from '@tocsin/contracts';
import { headerCells } from '../file/header-cells.ts';
import { forEachCsvRecord } from '../parse/csv-records.ts';
import { misfitSentence } from '../profile/misfit-sentence.ts';
import { type ReadReferenceRow, isReadRow, readReferenceRow } from './read-row.ts';

/** A remark on a row; rows are numbered as a spreadsheet does. */
export interface RowRemark {
  readonly row: number;
  readonly sentence: Sentence;
}

/** A row that can be taken, with its number. */
export interface NumberedRow extends ReadReferenceRow {
  readonly row: number;
}

export interface ReadReference {
  /** One row a key: of several the last. */
  readonly rows: readonly NumberedRow[];
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
  const gathered = gatherer(table, headerCells(bare, ','));
  let row = 0;
  forEachCsvRecord(bare, ',', (cells, count) => {
    row += 1;
    if (row > 1 && count > 0) gathered.read(row, cells.slice(0, count));
  });
  return gathered;
}

/**
 * The same for records that have been read already, in the order of their columns, with their row numbers; `unreadable`
 * are the rows of the file that are no records, and why.
 */
export function readReferenceRecords(
  table: ReferenceTable,
  columns: readonly string[],
  records: Iterable<readonly [row: number, cells: readonly string[]]>,
  unreadable: readonly RowRemark[],
): ReadReference {
  const gathered = gatherer(table, columns);
  for (const [row, cells] of records) gathered.read(row, cells);
  const { rows, marked } = gathered;
  const rejected = [...gathered.rejected, ...unreadable].sort((a, b) => a.row - b.row);
  return { rows, marked, rejected };
}

/** Whether a header names all columns that the table cannot do without. */
export const hasRequiredColumns = (table: ReferenceTable, columns: readonly string[]): boolean =>
  missingIn(
    table,
    columns.map((name) => columnNamed(table, name)),
  ).length === 0;

const missingIn = ({ columns }: ReferenceTable, header: readonly (string | undefined)[]) =>
  columns.filter(({ name, required }) => required && !header.includes(name)).map(({ name }) => name);

function gatherer(table: ReferenceTable, columns: readonly string[]): Gathered {
  const header = columns.map((name) => columnNamed(table, name));
  const gathered = new Gathered(table, header);
  const missing = missingIn(table, header);
  const twice = header.flatMap((name, place) => (name !== undefined && header.indexOf(name) < place ? [name] : []));
  if (missing.length > 0) gathered.refuseAll(columnsMissing(missing));
  else if (twice.length > 0) gathered.refuseAll(misfitSentence({ code: 'column-twice', columns: twice }, table.name));
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
  #isRefused = false;

  constructor(
    private readonly table: ReferenceTable,
    private readonly header: readonly (string | undefined)[],
  ) {}

  get rows(): NumberedRow[] {
    return [...this.#byKey.values()].map(({ row, read }) => ({ ...read, row }));
  }

  /** Takes the record in, or says why not. */
  read(row: number, cells: readonly string[]): void {
    if (this.#isRefused) return;
    const { header } = this;
    if (cells.length !== header.length) return this.#refuse(row, wrongWidth(cells.length, header.length));
    const given = Object.fromEntries(header.flatMap((name, i) => (name === undefined ? [] : [[name, cells[i] ?? '']])));
    const read = readReferenceRow(this.table, given);
    return isReadRow(read) ? this.#take(row, read) : this.#refuse(row, read);
  }

  /** The file as a whole cannot be taken. */
  refuseAll(sentence: Sentence): void {
    this.#isRefused = true;
    this.#refuse(1, sentence);
  }

  #refuse(row: number, sentence: Sentence): void {
    this.rejected.push({ row, sentence });
  }

  #take(row: number, read: ReadReferenceRow): void {
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
