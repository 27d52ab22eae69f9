import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { columnar, columnsOf } from './columnar.ts';
import { type ParquetBatch, type ParquetSchema, ParquetThread } from './parquet-thread.ts';

/** Rows of one block. */
const BLOCK_ROWS = 4096;

/** Opens a Parquet file. Each block is an Arrow stream of some thousand rows, to be turned into cells by any thread. */
export async function openParquet(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const thread = new ParquetThread(path, BLOCK_ROWS);
  try {
    const about = await thread.next<ParquetSchema>();
    if (about === null) throw new RangeError('no schema');
    const { schema, rows } = about;
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

async function* blocksOf(thread: ParquetThread, tell: (rows: number) => void): AsyncGenerator<Block> {
  let row = 1;
  try {
    for (let batch = await thread.next<ParquetBatch>(); batch !== null; batch = await thread.next<ParquetBatch>()) {
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
