import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { Utf8, Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { Table as WasmTable, writeParquet } from 'parquet-wasm';
import { ZipFile } from 'yazl';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-files-'));
let count = 0;

/** Writes a file of that content to a folder of this test run; its name says nothing. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `file-${(count += 1)}`);
  writeFileSync(path, content);
  return path;
}

export type Cells = readonly (readonly (string | number | boolean | Date | null)[])[];

/** A workbook with the given sheets; those named `hidden…` are hidden. Dates become day numbers with a date's format. */
export function workbookOf(sheets: Readonly<Record<string, Cells>>, type: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        cells.map((row) => [...row]),
        { cellDates: false },
      ),
      name,
    );
  }
  book.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: name.startsWith('hidden') ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: type, compression: true }) as Buffer;
}

/** A zip of the given files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

type Columns = Readonly<Record<string, readonly (string | null)[]>>;

const arrowTable = (columns: Columns) =>
  new Table(
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, vectorFromArray(values, new Utf8())])),
  );

/** Arrow's stream; or its file format, which is the stream between a mark and a footer that only random access needs. */
export function arrowOf(columns: Columns, type: 'file' | 'stream' = 'file'): Uint8Array {
  const stream = tableToIPC(arrowTable(columns), 'stream');
  return type === 'stream' ? stream : Buffer.concat([Buffer.from('ARROW1\0\0'), stream, Buffer.from('\0\0\0\0ARROW1')]);
}

export const parquetOf = (columns: Columns): Uint8Array =>
  writeParquet(WasmTable.fromIPCStream(tableToIPC(arrowTable(columns), 'stream')));
