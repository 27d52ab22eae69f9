import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * A named pipe through which one query hands over its result.
 *
 * chDB offers two ways to take a result: whole, in memory, or in chunks that each carry the format's header again
 * (JSON, Arrow, Parquet, CSVWithNames … would be broken). `INTO OUTFILE` writes the true bytes, and into a pipe it
 * writes them as fast as they are read: constant memory, no disk, and a slow client slows the query down.
 */
export interface ResultPipe {
  /** The name for INTO OUTFILE. */
  readonly path: string;
  readonly stream: Readable;
  /** To be called when the query has settled, whether or not it ever opened the pipe: now the stream can end. */
  finish(): void;
  /** To be called when nobody reads any more; frees the pipe for the next query. */
  release(): void;
}

/** As many pipes as queries may run. Made once: Node cannot make named pipes itself and starting `mkfifo` costs 2 ms. */
export class ResultPipes {
  private readonly free: string[];

  constructor(directory: string, count: number) {
    this.free = Array.from({ length: count }, (_, index) => join(directory, `result-${index}`));
    const made = spawnSync('mkfifo', ['-m', '600', ...this.free], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`mkfifo failed in ${directory}: ${made.error?.message ?? made.stderr}`);
  }

  /** Takes a free pipe. There is one for every admitted query; to run out is a fault of the caller. */
  open(): ResultPipe {
    const path = this.free.pop();
    if (path === undefined) throw new Error('no result pipe is free: more queries run than were admitted');
    try {
      return this.opened(path);
    } catch (error) {
      this.free.push(path);
      throw error;
    }
  }

  private opened(path: string): ResultPipe {
    const stream = openForReading(path);
    // A second reader that never reads: while a query runs, opening the pipe for writing must not block for ever
    // and writing must not fail, even if `stream` has been destroyed.
    const keeper = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    let state: 'running' | 'finished' | 'released' = 'running';
    const finish = (): void => {
      if (state !== 'running') return;
      state = 'finished';
      endPipe(path);
      closeSync(keeper);
    };
    return {
      path,
      stream,
      finish,
      release: () => {
        finish();
        if (state === 'released') return;
        state = 'released';
        if (stream.closed) this.free.push(path);
        else stream.once('close', () => this.free.push(path)).destroy();
      },
    };
  }
}

const openForReading = (path: string): Socket =>
  new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false });

/** A query that fails early never opens its pipe. Opening and closing it for writing makes the reader see the end. */
const endPipe = (path: string): void => closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
