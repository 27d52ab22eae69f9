import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { engineError } from './engine-error.ts';

/** Bytes on disk that live as long as one request. */
export interface SpoolFile {
  readonly path: string;
  readonly bytes: number;
  read(): Readable;
  remove(): Promise<void>;
}

/** A folder for bytes in transit, with a limit for all of them together. Whatever a crash left is removed at start. */
export class Spool {
  private used = 0;
  private count = 0;

  constructor(
    private readonly directory: string,
    private readonly maxBytes: number,
  ) {}

  /** Empties the folder, or makes it; only its owner may read it. */
  static clean(directory: string): void {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /**
   * Writes all bytes into a new file. Code 243 if the spool is full; then, and if the source fails (the client went
   * away), nothing is left behind.
   */
  async write(source: AsyncIterable<Uint8Array>): Promise<SpoolFile> {
    // A number only: the engine reads compression from a file's extension and globs from its special characters.
    const path = join(this.directory, `data-${(this.count += 1)}`);
    let bytes = 0;
    const remove = async (): Promise<void> => {
      this.used -= bytes;
      bytes = 0;
      await rm(path, { force: true });
    };
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of source) {
        bytes += chunk.length;
        this.used += chunk.length;
        if (this.used > this.maxBytes) {
          throw engineError(
            'NOT_ENOUGH_SPACE',
            `The engine's spool of ${this.maxBytes} bytes is full: send less at a time`,
          );
        }
        await file.writeFile(chunk);
      }
    } catch (cause) {
      await remove();
      throw cause;
    } finally {
      await file.close();
    }
    return { path, bytes, remove, read: () => createReadStream(path) };
  }
}
