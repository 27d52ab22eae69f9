import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from './opened-file.ts';

/** The beginning of a file, of at most about so many bytes as blocks hold them; the file is closed then. */
export async function firstBlocks({ blocks }: OpenedFile, mostBytes: number): Promise<Block[]> {
  const first: Block[] = [];
  let bytes = 0;
  for await (const block of blocks) {
    first.push(block);
    bytes += block.bytes.length;
    if (bytes >= mostBytes) break; // leaving the loop closes the file
  }
  return first;
}
