import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { ReaderThread } from '../reader-thread.ts';
import { columnar, columnsOf } from './columnar.ts';

/** Rows of one block. */
const BLOCK_ROWS = 2048;
/**
 * Bytes of a row group, without its compression, that are unpacked at once: the package keeps all it is asked for in memory,
 * as Arrow up to four times as large, and a row group may be a whole file. Each window goes over the group from its beginning.
 */
const WINDOW_BYTES = 16 * 2 ** 20;

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
const metadata = file.metadata();
async function* batches() {
  for (let group = 0; group < metadata.numRowGroups(); group++) {
    const rows = metadata.rowGroup(group).numRows();
    const blocks = Math.ceil((${WINDOW_BYTES} / Math.max(1, metadata.rowGroup(group).totalByteSize())) * (rows / ${BLOCK_ROWS}));
    const windowRows = blocks * ${BLOCK_ROWS};
    for (let offset = 0; offset < rows; offset += windowRows) {
      const window = { rowGroups: [group], offset, limit: Math.min(windowRows, rows - offset) };
      const read = (await file.stream({ ...window, batchSize: ${BLOCK_ROWS}, concurrency: 1 })).getReader();
      for (let next = await read.read(); !next.done; next = await read.read()) {
        yield { rows: next.value.numRows, bytes: next.value.intoIPCStream() };
      }
    }
  }
}
let all;
return async () => {
  if (all === undefined) {
    all = batches();
    return { schema: file.schema().intoIPCStream(), rows: metadata.fileMetadata().numRows() };
  }
  return (await all.next()).value ?? null;
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
