import { tableFromIPC } from 'apache-arrow';
import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { plain } from '../sheet/plain.ts';

interface Columns {
  readonly format: 'parquet' | 'arrow';
  readonly columns: readonly string[];
  readonly blocks: AsyncGenerator<Block>;
  readonly size: number;
  bytesRead(): number;
}

/** A columnar file names its columns and types itself: there is nothing to detect. */
export function columnar({ format, blocks, columns, size, bytesRead }: Columns, choice: Partial<Layout>): OpenedFile {
  const name = format === 'parquet' ? 'Parquet' : 'Arrow';
  return {
    layout: { ...plain, format, headerRow: 0, sheet: '', footer: choice.footer ?? true },
    evidence: [{ zh: `${name} 列式文件。`, en: `A columnar file: ${name}.` }],
    columns,
    sheets: [],
    entries: [],
    blocks,
    bytes: size,
    bytesRead,
  };
}

/** The names of the columns of an Arrow stream that the strict reader wrote. */
export const columnsOf = (stream: Uint8Array): string[] => tableFromIPC(stream).schema.fields.map(({ name }) => name);
