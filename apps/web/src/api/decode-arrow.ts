import { tableFromIPC } from 'apache-arrow';
import type { Cells } from './request-table.ts';

/** The rows of an Arrow stream as plain objects. An empty body is an empty table. */
export function decodeArrow(bytes: Uint8Array): Cells[] {
  if (bytes.byteLength === 0) return [];
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map(({ name }, index) => ({ name, vector: table.getChildAt(index) }));
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, vector }) => [name, vector?.get(row) as unknown])),
  );
}
