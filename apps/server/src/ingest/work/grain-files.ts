import { appendFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A bucket is read into memory as a whole; with fewer bytes the files would be many. */
const BUCKET_BYTES = 4 * 2 ** 20;
/** A larger one is not read: far too many rows agree in the grain's columns. */
const MOST_BUCKET_BYTES = 64 * 2 ** 20;
const MOST_BUCKETS = 512;
/** How much larger a packed file may become. */
const PACKED = 12;
/** What is kept in memory before it is written, over all buckets. */
const WAITING_CHARACTERS = 16 * 2 ** 20;

/** How many buckets a file needs so that each fits into memory. */
export const bucketsFor = (bytes: number, packed: boolean): number =>
  Math.min(MOST_BUCKETS, Math.max(1, Math.ceil((bytes * (packed ? PACKED : 1)) / BUCKET_BYTES)));

/**
 * The rows of one import, sorted into files by complaint. Made anew from the start by every run, so that what a crash
 * left behind does no harm; removed with the import's own file, for they hold the same personal data.
 */
export class GrainFiles {
  readonly #folder: string;
  readonly #waiting: string[];
  #characters = 0;

  constructor(folder: string, buckets: number) {
    this.#folder = folder;
    this.#waiting = Array.from({ length: buckets }, () => '');
  }

  async begin(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { mode: 0o700 });
  }

  /** Adds lines by bucket; writes once enough of them wait. */
  async add(lines: readonly string[]): Promise<void> {
    lines.forEach((text, bucket) => {
      this.#waiting[bucket] += text;
      this.#characters += text.length;
    });
    if (this.#characters > WAITING_CHARACTERS) await this.flush();
  }

  async flush(): Promise<void> {
    for (const [bucket, text] of this.#waiting.entries()) {
      if (text !== '') await appendFile(this.#fileOf(bucket), text, { mode: 0o600 });
    }
    this.#waiting.fill('');
    this.#characters = 0;
  }

  /** The buckets that have rows, one at a time. Throws `GrainTooCoarse` for one that does not fit into memory. */
  async *buckets(): AsyncGenerator<string> {
    for (const bucket of this.#waiting.keys()) {
      const file = this.#fileOf(bucket);
      const size = await stat(file).then(
        ({ size }) => size,
        () => 0,
      );
      if (size > MOST_BUCKET_BYTES) throw new GrainTooCoarse();
      if (size > 0) yield await readFile(file, 'utf8');
    }
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #fileOf(bucket: number): string {
    return join(this.#folder, String(bucket));
  }
}

/** So many rows agree in the grain's columns that they cannot be one complaint each. */
export class GrainTooCoarse extends Error {
  constructor() {
    super('Too many rows agree in the columns of the grain to be gathered in memory.');
    this.name = 'GrainTooCoarse';
  }
}
