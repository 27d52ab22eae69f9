import { Field, RecordBatch, RecordBatchStreamWriter, Schema, Struct, makeData, tableFromIPC } from 'apache-arrow';
import { type StoredRow, isNullable, storedColumns } from './stored-columns.ts';
import { text, textColumn } from './text-column.ts';

const fields = storedColumns.map((name) => new Field(name, text, isNullable(name)));
const schema = new Schema(fields);
const rowType = new Struct(fields);

/**
 * Rows gathered column by column and handed over as an Arrow stream of one batch. Every column is text: the engine makes of
 * it what the column holds, in half the time that it needs for lines of text.
 */
export class RowColumns {
  readonly #columns = storedColumns.map((): (string | null)[] => []);

  add(row: StoredRow): void {
    for (let place = 0; place < this.#columns.length; place++) this.#columns[place]?.push(row[place] ?? null);
  }

  /** All rows since the last time, in memory of their own that may be handed over to another thread; no bytes for none. */
  take(): Uint8Array<ArrayBuffer> {
    const length = this.#columns[0]?.length ?? 0;
    if (length === 0) return new Uint8Array();
    const children = this.#columns.map(textColumn);
    for (const column of this.#columns) column.length = 0;
    const batch = new RecordBatch(schema, makeData({ type: rowType, length, nullCount: 0, children }));
    return new Uint8Array(RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true));
  }
}

/** The rows of such a stream, one after another. */
export function* rowsIn(stream: Uint8Array): Generator<StoredRow> {
  if (stream.length === 0) return;
  const table = tableFromIPC(stream);
  const columns = storedColumns.map((name) => table.getChild(name));
  for (let row = 0; row < table.numRows; row++) {
    yield columns.map((column) => (column?.get(row) ?? null) as string | null);
  }
}
