import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

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

/** The whole of the thread, as text: it must run from a bundle, from sources and from a test alike. */
const CODE = `
const { parentPort, workerData: { path, reader } } = require('node:worker_threads');
const { read } = require(reader);
const options = { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true };
try {
  const book = read(require('node:fs').readFileSync(path), options);
  const kept = (cell) => (cell === undefined || cell === null ? null : [cell.t, cell.v, cell.z, cell.w]);
  const sheets = book.SheetNames.map((name, place) => ({
    name,
    visible: ((((book.Workbook || {}).Sheets || [])[place] || {}).Hidden || 0) === 0,
    rows: Array.from((book.Sheets[name] || {})['!data'] || [], (row) => (row ? Array.from(row, kept) : null)),
  }));
  const date1904 = Boolean((((book.Workbook || {}).WBProps) || {}).date1904);
  parentPort.postMessage({ book: { date1904, sheets } });
} catch (error) {
  parentPort.postMessage({ error: String(error) });
}
`;

/**
 * Reads a legacy workbook in a thread of its own, which is ended when it goes in circles. Throws what the package throws,
 * or a RangeError when no answer comes.
 */
export async function readXls(path: string): Promise<RawWorkbook> {
  const reader = createRequire(import.meta.url).resolve('@e965/xlsx');
  const worker = new Worker(CODE, { eval: true, workerData: { path, reader }, stdout: true, stderr: true });
  try {
    const answer = await new Promise<{ book: RawWorkbook } | { error: string }>((answered, failed) => {
      const timer = setTimeout(() => failed(new RangeError('no answer')), MOST_MS);
      worker
        .once('message', answered)
        .once('error', failed)
        .once('exit', () => failed(new RangeError('no answer')));
      worker.once('exit', () => clearTimeout(timer)).once('message', () => clearTimeout(timer));
    });
    if ('error' in answer) throw new Error(answer.error);
    return answer.book;
  } finally {
    await worker.terminate();
  }
}
