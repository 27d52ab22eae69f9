import type { Layout, Sentence } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';

/** A file whose layout is known, with its rows still to come. */
export interface OpenedFile {
  readonly layout: Layout;
  /** How each part of the layout was found. */
  readonly evidence: readonly Sentence[];
  /** The table's columns in the file's order; for JSON the keys of its first objects, which later ones need not keep to. */
  readonly columns: readonly string[];
  /** Names of the sheets of a workbook; empty for other files. */
  readonly sheets: readonly string[];
  /** Names of the files in a zip; empty for other files. */
  readonly entries: readonly string[];
  /** The rows, in blocks that can be read apart and in any order. To be read once, or closed by `return`. */
  readonly blocks: AsyncGenerator<Block>;
  /** How many of the file's own bytes have been read so far, and how many there are. */
  bytesRead(): number;
  readonly bytes: number;
}

/** The names of the columns of a table without a header. */
export const numberedColumns = (width: number): string[] =>
  Array.from({ length: width }, (_, place) => `column ${place + 1}`);
