import type { Block, Remaining } from '@tocsin/ingestion';
import type { GrainFiles } from './grain-files.ts';
import type { ImportThreads } from './import-threads.ts';
import { inOrder } from './in-order.ts';
import type { PackedFile } from './packed-file.ts';

/**
 * Reads a file in which several rows make one complaint: all rows are sorted into buckets by complaint, then bucket
 * after bucket is gathered. Yields what was refused on the way, then the complaints. Memory is bounded by the size of
 * a block and of a bucket, whatever the file's.
 */
export async function* gathered(
  file: PackedFile,
  blocks: AsyncIterable<Block>,
  threads: ImportThreads,
  files: GrainFiles,
  buckets: number,
): AsyncGenerator<Remaining> {
  await files.begin();
  try {
    const scattered = inOrder(blocks, threads.blocksAhead, (block) => threads.scatter({ file, block, buckets }));
    for await (const { result, lines } of scattered) {
      await files.add(lines);
      yield result;
    }
    await files.flush();
    yield* inOrder(files.buckets(), threads.blocksAhead, (lines) => threads.gather({ file, lines }));
  } finally {
    await files.remove();
  }
}
