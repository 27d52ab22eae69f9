import type { Readable } from 'node:stream';
import { DataType, type RecordBatch, RecordBatchReader } from 'apache-arrow';

export type Cell = string | number | null;

/** A table read from an Arrow stream: its columns' names, and its rows batch by batch, so that no table need be held. */
export interface ArrowTable {
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Days and instants come as text, whole numbers beyond 2^53 as text too rather than rounded. */
export async function arrowTable(bytes: Readable): Promise<ArrowTable> {
  const reader = await RecordBatchReader.from(bytes);
  await reader.open();
  const fields = reader.schema?.fields ?? [];
  return {
    columns: fields.map(({ name }) => name),
    batches: (async function* () {
      for await (const batch of reader) yield rowsOf(batch);
    })(),
  };
}

function rowsOf(batch: RecordBatch): Cell[][] {
  const columns = batch.schema.fields.map(({ type }, index) => ({ type, vector: batch.getChildAt(index) }));
  return Array.from({ length: batch.numRows }, (_, row) =>
    columns.map(({ type, vector }) => cellOf(vector?.get(row) as unknown, type)),
  );
}

function cellOf(value: unknown, type: DataType): Cell {
  if (value === null || value === undefined) return null;
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return new Date(Number(value)).toISOString();
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? value : String(value);
}
