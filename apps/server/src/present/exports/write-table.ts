import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportInput } from '@tocsin/contracts';
import type { Query, Warehouse } from '@tocsin/warehouse';
import { type ArrowTable, arrowTable } from '../figures/arrow-rows.ts';
import { csvStream } from './csv-stream.ts';
import { workbookStream } from '../figures/workbook.ts';

interface Writing {
  readonly warehouse: Warehouse;
  readonly query: Query<unknown>;
  readonly format: ExportInput['format'];
  readonly path: string;
  readonly signal: AbortSignal;
  /** Hears how many rows have been written. */
  readonly told: (rows: number) => void;
}

/** Writes the answer to a query into a file, row by row, and says how many bytes it has. */
export async function writeTable({ warehouse, query, format, path, signal, told }: Writing): Promise<number> {
  const bytes = await warehouse.stream(query, 'Arrow', { signal });
  const file = createWriteStream(path, { mode: 0o600 });
  if (format === 'arrow') await pipeline(bytes, file, { signal });
  else await pipeline(written(await arrowTable(bytes), format, told), file, { signal });
  return (await stat(path)).size;
}

const written = (table: ArrowTable, format: 'csv' | 'xlsx', told: (rows: number) => void): Readable =>
  format === 'csv' ? csvStream(table, told) : workbookStream(table.columns, table.batches, told);
