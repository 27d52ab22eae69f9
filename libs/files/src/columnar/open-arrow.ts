import { createReadStream } from 'node:fs';
import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import { Table } from 'parquet-wasm';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { type ArrowMessage, END_OF_STREAM, arrowMessages } from './arrow-messages.ts';
import { columnar, columnsOf } from './columnar.ts';

/**
 * Opens an Arrow file or stream (Feather 2 is the former), packed or not. A file is read from its front as the stream that
 * it holds; one that names its schema in the footer alone is refused. Each batch of rows becomes a block; it goes
 * through a strict reader once, which unpacks it and refuses what is damaged, so that whoever reads the block may trust it.
 */
export async function openArrow(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const file = createReadStream(path);
  const messages = arrowMessages(file);
  try {
    const { value: schema } = await messages.next();
    if (schema?.kind !== 'schema') throw new RangeError('no schema');
    const columns = columnsOf(checked([schema.bytes]).intoIPCStream());
    return columnar(
      { format: 'arrow', columns, blocks: blocksOf(schema, messages), size, bytesRead: () => file.bytesRead },
      choice,
    );
  } catch {
    file.destroy();
    throw refusals.damagedColumns('Arrow');
  }
}

async function* blocksOf(schema: ArrowMessage, messages: AsyncGenerator<ArrowMessage>): AsyncGenerator<Block> {
  const dictionaries: Uint8Array[] = [];
  let row = 1;
  try {
    for await (const { kind, bytes } of messages) {
      if (kind === 'dictionary') dictionaries.push(bytes);
      if (kind !== 'batch') continue;
      const table = checked([schema.bytes, ...dictionaries, bytes]);
      const rows = table.recordBatches().reduce((sum, batch) => sum + batch.numRows, 0);
      yield { kind: 'records', bytes: Uint8Array.from(table.intoIPCStream()), firstRow: row };
      row += rows;
    }
  } catch {
    throw refusals.damagedColumns('Arrow');
  }
}

const checked = (messages: readonly Uint8Array[]): Table =>
  Table.fromIPCStream(Buffer.concat([...messages, END_OF_STREAM]));
