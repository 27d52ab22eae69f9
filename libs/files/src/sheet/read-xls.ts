import { ReaderThread } from '../reader-thread.ts';

/** A cell as the package reads it: its type, value, number format and text. */
export type RawCell = readonly [type: string, value: unknown, format: string | undefined, text: string | undefined];

export interface RawWorkbook {
  readonly date1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly visible: boolean;
    /** By row, from the sheet's first; a row or cell that the sheet does not have is null. */
    readonly rows: readonly ((RawCell | null)[] | null)[];
  }[];
}

/** A workbook of this format has at most 65,536 rows: reading one takes seconds, unless damage leads the package in circles. */
const MOST_MS = 30_000;

const CODE = `
const options = { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true };
const kept = (cell) => (cell === undefined || cell === null ? null : [cell.t, cell.v, cell.z, cell.w]);
return () => {
  const book = reader.read(require('node:fs').readFileSync(path), options);
  const sheets = book.SheetNames.map((name, place) => ({
    name,
    visible: ((((book.Workbook || {}).Sheets || [])[place] || {}).Hidden || 0) === 0,
    rows: Array.from((book.Sheets[name] || {})['!data'] || [], (row) => (row ? Array.from(row, kept) : null)),
  }));
  return { date1904: Boolean((((book.Workbook || {}).WBProps) || {}).date1904), sheets };
};
`;

/** Reads a legacy workbook as a whole. Throws what the package throws, or a RangeError when no answer comes. */
export async function readXls(path: string): Promise<RawWorkbook> {
  const thread = new ReaderThread(path, { reader: '@e965/xlsx', code: CODE });
  try {
    return await thread.next<RawWorkbook>(MOST_MS);
  } finally {
    await thread.close();
  }
}
