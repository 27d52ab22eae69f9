import { deserialize, serialize } from 'node:v8';
import type { Layout } from '@tocsin/contracts';
import type { RowOptions } from '@tocsin/ingestion';

/** What a thread needs to know of the file that a block belongs to. */
export interface FileOptions extends Omit<RowOptions, 'personKey' | 'seal'> {
  readonly layout: Layout;
  readonly hashKey: string;
  /** Seals the originals of refused rows; '' keeps none. */
  readonly originalsKey: string;
  /** Keyed hashes of people and complaints whose rows are turned away. */
  readonly erased: readonly string[];
}

/**
 * The same as bytes in memory that threads share. A profile with all its names and codes is large: written once and read
 * once by each thread it costs nothing, sent along with every block it took a twentieth of an import.
 */
export interface PackedFile {
  readonly batchId: string;
  readonly packed: Uint8Array<SharedArrayBuffer>;
}

export function packFile(file: FileOptions): PackedFile {
  const bytes = serialize(file);
  const packed = new Uint8Array(new SharedArrayBuffer(bytes.length));
  packed.set(bytes);
  return { batchId: file.batchId, packed };
}

export const unpackFile = (packed: PackedFile['packed']): FileOptions =>
  deserialize(Uint8Array.from(packed)) as FileOptions;
