import { openAsBlob } from 'node:fs';
import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import { ParquetFile, type RecordBatch } from 'parquet-wasm';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { columnar, columnsOf } from './columnar.ts';
import { within } from './within.ts';

/** Rows of one block. */
const BLOCK_ROWS = 4096;

/** Opens a Parquet file. Each block is an Arrow stream of some thousand rows, to be turned into cells by any thread. */
export async function openParquet(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  try {
    const file = await within(ParquetFile.fromFile(await openAsBlob(path)));
    const rows = file.metadata().fileMetadata().numRows();
    let read = 0;
    const blocks = blocksOf(file, (more) => {
      read += more;
    });
    const bytesRead = () => Math.round(size * Math.min(1, read / Math.max(1, rows)));
    return columnar({ format: 'parquet', columns: columnsOf(file.schema()), blocks, size, bytesRead }, choice);
  } catch {
    throw refusals.damagedColumns('Parquet');
  }
}

async function* blocksOf(file: ParquetFile, tell: (rows: number) => void): AsyncGenerator<Block> {
  let row = 1;
  try {
    const stream = await within(file.stream({ batchSize: BLOCK_ROWS, concurrency: 1 }));
    const reader: ReadableStreamDefaultReader<RecordBatch> = stream.getReader();
    for (let next = await within(reader.read()); !next.done; next = await within(reader.read())) {
      const { numRows } = next.value;
      yield { kind: 'records', bytes: Uint8Array.from(next.value.intoIPCStream()), firstRow: row };
      row += numRows;
      tell(numRows);
    }
  } catch {
    throw refusals.damagedColumns('Parquet');
  }
}
