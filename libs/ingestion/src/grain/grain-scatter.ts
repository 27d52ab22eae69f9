import type { Block } from '../cut/block.ts';
import { BlockReader, type BlockResult } from '../file/block-reader.ts';
import type { Layout } from '@tocsin/contracts';
import { contentHash } from '../hash/content-hash.ts';
import type { Plan } from '../profile/plan.ts';
import { trimmed } from '../profile/record-mapper.ts';
import type { RowOptions } from '../row/row-options.ts';

/** What one block gave: rows that are no records, and the others as lines by bucket. */
export interface Scattered {
  readonly result: BlockResult;
  /** A line is a JSON array: the row's number, then its cells. By bucket, '' where nothing falls. */
  readonly lines: readonly string[];
}

/** No cell holds it. */
const UNIT = '\u001f';

/** The values by which a record belongs to a complaint; '' where all of them are empty: it then stands by itself. */
export function grainKey({ grainCells }: Plan, cells: readonly string[]): string {
  const parts = grainCells.map((place) => trimmed(cells[place] ?? ''));
  return parts.every((part) => part === '') ? '' : parts.join(UNIT);
}

/**
 * The first half of reading a file in which several rows make one complaint: sorts records into buckets by their key,
 * so that all rows of a complaint meet in one of them however far apart they stand, and a bucket fits into memory
 * however large the file is. Rows that are no records at all are refused here.
 */
export class GrainScatter {
  readonly #reader: BlockReader;
  readonly #lines: string[];

  constructor(layout: Layout, options: RowOptions, buckets: number) {
    this.#lines = Array.from({ length: buckets }, () => '');
    this.#reader = new BlockReader(layout, options, (cells, rowNumber) => {
      const key = grainKey(options.plan, cells);
      const bucket = (key === '' ? rowNumber : contentHash(key).low) % buckets;
      this.#lines[bucket] += `${JSON.stringify([rowNumber, ...cells.slice(0, options.plan.columns.length)])}\n`;
    });
  }

  scatterBlock(block: Block): Scattered {
    this.#lines.fill('');
    const result = this.#reader.readBlock(block);
    return { result, lines: [...this.#lines] };
  }
}
