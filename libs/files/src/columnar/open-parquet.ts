import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { ReaderThread } from '../reader-thread.ts';
import { columnar, columnsOf } from './columnar.ts';

/** Rows of one block. */
const BLOCK_ROWS = 2048;

/** What the thread answers: first the schema, then batches of rows as Arrow streams, and null at the end. */
interface ParquetSchema {
  readonly schema: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}
interface ParquetBatch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

const CODE = `
const file = await reader.ParquetFile.fromFile(await require('node:fs').openAsBlob(path));
let batches;
return async () => {
  if (batches === undefined) {
    batches = (await file.stream({ batchSize: ${BLOCK_ROWS}, concurrency: 1 })).getReader();
    return { schema: file.schema().intoIPCStream(), rows: file.metadata().fileMetadata().numRows() };
  }
  const { value, done } = await batches.read();
  return done ? null : { rows: value.numRows, bytes: value.intoIPCStream() };
};
`;

/** Opens a Parquet file. Each block is an Arrow stream of some thousand rows, to be turned into cells by any thread. */
export async function openParquet(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const thread = new ReaderThread(path, { reader: 'parquet-wasm', code: CODE });
  try {
    const { schema, rows } = await thread.next<ParquetSchema>();
    let read = 0;
    const blocks = blocksOf(thread, (more) => {
      read += more;
    });
    const bytesRead = () => Math.round(size * Math.min(1, read / Math.max(1, rows)));
    return columnar({ format: 'parquet', columns: columnsOf(schema), blocks, size, bytesRead }, choice);
  } catch {
    await thread.close();
    throw refusals.damagedColumns('Parquet');
  }
}

async function* blocksOf(thread: ReaderThread, tell: (rows: number) => void): AsyncGenerator<Block> {
  let row = 1;
  try {
    const next = () => thread.next<ParquetBatch | null>();
    for (let batch = await next(); batch !== null; batch = await next()) {
      yield { kind: 'records', bytes: batch.bytes, firstRow: row };
      row += batch.rows;
      tell(batch.rows);
    }
  } catch {
    throw refusals.damagedColumns('Parquet');
  } finally {
    await thread.close();
  }
}
