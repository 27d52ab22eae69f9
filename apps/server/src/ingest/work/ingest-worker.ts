import {
  type Block,
  BlockReader,
  type BlockResult,
  type FileFormat,
  type RowOptions,
  personKey,
  sealer,
} from '@tocsin/ingestion';
import { move, transferableSymbol, valueSymbol } from 'piscina';

/** What a thread needs to know of the file that a block belongs to. */
export interface FileOptions extends Omit<RowOptions, 'personKey' | 'seal'> {
  readonly format: FileFormat;
  readonly hashKey: string;
  /** Seals the originals of refused rows; '' keeps none. */
  readonly originalsKey: string;
}

export interface BlockTask {
  readonly file: FileOptions;
  readonly block: Block;
}

/** BlockResult with its rows as bytes, ready to be sent on. */
export type ReadBlock = Omit<BlockResult, 'rows'> & { readonly rows: Uint8Array };

const encoder = new TextEncoder();
let current: { readonly batchId: string; readonly reader: BlockReader } | undefined;

/** The whole work of an import thread: one block in, TabSeparated rows out. Blocks come in any order. */
export default function readBlock({ file, block }: BlockTask): ReadBlock {
  if (current?.batchId !== file.batchId) {
    const { format, hashKey, originalsKey, ...options } = file;
    const seal = originalsKey === '' ? undefined : sealer(originalsKey);
    const reader = new BlockReader(format, { ...options, personKey: personKey(hashKey), seal });
    current = { batchId: file.batchId, reader };
  }
  const { rows, ...rest } = current.reader.readBlock(block);
  const bytes = encoder.encode(rows);
  const answer: ReadBlock = { ...rest, rows: bytes };
  // Handed over, not copied.
  const moved: object = move({ [transferableSymbol]: bytes.buffer, [valueSymbol]: answer });
  return moved as ReadBlock; // what arrives on the other side
}
