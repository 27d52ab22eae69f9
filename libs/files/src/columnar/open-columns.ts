import { openAsBlob } from 'node:fs';
import { createReadStream } from 'node:fs';
import {
  type RecordBatch,
  RecordBatchReader,
  RecordBatchStreamWriter,
  compressionRegistry,
  CompressionType,
} from 'apache-arrow';
import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import { decompress as unzstd } from 'fzstd';
import { decompress as unlz4 } from 'lz4js';
import { type RecordBatch as ParquetBatch, ParquetFile } from 'parquet-wasm';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { plain } from '../sheet/open-xlsx.ts';

/** Rows of one block. */
const BLOCK_ROWS = 4096;

compressionRegistry.set(CompressionType.ZSTD, { decode: unzstd });
compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (data) => Uint8Array.from(unlz4(data)) });

/** Opens a Parquet file. Each block is an Arrow stream of some thousand rows, to be turned into cells by any thread. */
export async function openParquet(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const damaged = () => {
    throw refusals.damagedColumns('Parquet');
  };
  const file = await ParquetFile.fromFile(await openAsBlob(path)).catch(damaged);
  const schema = RecordBatchReader.from(file.schema().intoIPCStream()).open().schema;
  const source = async function* (): AsyncGenerator<Block> {
    let row = 1;
    try {
      const stream = await file.stream({ batchSize: BLOCK_ROWS, concurrency: 1 });
      const reader: ReadableStreamDefaultReader<ParquetBatch> = stream.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        const { numRows } = next.value;
        yield { kind: 'records', bytes: Uint8Array.from(next.value.intoIPCStream()), firstRow: row };
        row += numRows;
      }
    } catch {
      damaged();
    }
  };
  return columnar(
    'parquet',
    schema.fields.map(({ name }) => name),
    source(),
    size,
    choice,
  );
}

/** Opens an Arrow file or stream (Feather 2 is the former). */
export async function openArrow(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const damaged = () => {
    throw refusals.damagedColumns('Arrow');
  };
  const reader = await RecordBatchReader.from(createReadStream(path))
    .then((one) => one.open())
    .catch(damaged);
  const source = async function* (): AsyncGenerator<Block> {
    let row = 1;
    try {
      for await (const batch of reader as AsyncIterable<RecordBatch>) {
        for (let from = 0; from < batch.numRows; from += BLOCK_ROWS) {
          const part = batch.slice(from, Math.min(batch.numRows, from + BLOCK_ROWS));
          yield { kind: 'records', bytes: streamOf(part), firstRow: row };
          row += part.numRows;
        }
      }
    } catch {
      damaged();
    } finally {
      await reader.cancel();
    }
  };
  return columnar(
    'arrow',
    reader.schema.fields.map(({ name }) => name),
    source(),
    size,
    choice,
  );
}

const streamOf = (batch: RecordBatch): Uint8Array<ArrayBuffer> => {
  const writer = new RecordBatchStreamWriter();
  writer.write(batch);
  return Uint8Array.from(writer.finish().toUint8Array(true));
};

const columnar = (
  format: 'parquet' | 'arrow',
  columns: string[],
  blocks: AsyncGenerator<Block>,
  size: number,
  choice: Partial<Layout>,
): OpenedFile => ({
  layout: { ...plain, format, headerRow: 0, sheet: '', footer: choice.footer ?? true },
  evidence: [
    {
      zh: `${format === 'parquet' ? 'Parquet' : 'Arrow'} 列式文件。`,
      en: `A columnar file: ${format === 'parquet' ? 'Parquet' : 'Arrow'}.`,
    },
  ],
  columns,
  sheets: [],
  entries: [],
  blocks,
  bytes: size,
  bytesRead: () => size,
});
