import { type ReferenceTable, type Sentence, referenceKey } from '@tocsin/contracts';
import { readCell } from './read-cell.ts';
import { marksOf, rowFault } from './row-rules.ts';

/** The cells of a row by column; '' and missing are the same. */
export type ReferenceCells = Readonly<Record<string, string>>;

export interface ReadReferenceRow {
  readonly key: string;
  /** Only cells that are given, in the table's order of columns: equal rows have equal JSON. */
  readonly cells: ReferenceCells;
  readonly marks: readonly Sentence[];
}

/** Reads one row of a table: its key and cells in canonical writing, or all that is wrong with it in one sentence. */
export function readReferenceRow(table: ReferenceTable, given: ReferenceCells): ReadReferenceRow | Sentence {
  const cells: Record<string, string> = {};
  const faults: Sentence[] = [];
  for (const column of table.columns) {
    const read = readCell(column, given[column.name] ?? '');
    if (typeof read !== 'string') faults.push(read);
    else if (read !== '') cells[column.name] = read;
  }
  if (table.key.some((name) => cells[name]?.includes('|'))) faults.push(barInKey);
  const fault = faults.length === 0 ? rowFault(table.name, cells) : joined(faults);
  return fault ?? { key: referenceKey(table, cells), cells, marks: marksOf(table.name, cells) };
}

export const isReadRow = (read: ReadReferenceRow | Sentence): read is ReadReferenceRow => 'key' in read;

const barInKey: Sentence = {
  zh: '用来区分行的列里不能有「|」。',
  en: 'The columns that tell rows apart must not hold |.',
};

const joined = (sentences: readonly Sentence[]): Sentence => ({
  zh: sentences.map(({ zh }) => zh).join(''),
  en: sentences.map(({ en }) => en).join(' '),
});
