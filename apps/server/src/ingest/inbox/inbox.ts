import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../../refusal.ts';
import { type ReceivedBody, receiveBody } from './receive-body.ts';

export interface InboxLimits {
  /** Of one body, and of all that wait together. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/**
 * Bodies that have arrived and wait to be imported, one file each, named by their batch. Bounded: when it is full a
 * sender is asked to come back rather than let the disk or the queue grow without end.
 */
export class Inbox {
  readonly #folder: string;
  readonly #limits: InboxLimits;
  /** Bytes by batch, of files that wait and of those still arriving (as far as announced). */
  readonly #sizes = new Map<string, number>();

  constructor(dataDirectory: string, limits: InboxLimits) {
    this.#folder = join(dataDirectory, 'inbox');
    this.#limits = limits;
  }

  pathOf(batchId: string): string {
    return join(this.#folder, batchId);
  }

  /** A folder for what a run of the import keeps on the way; any run may begin it anew. */
  workFolderOf(batchId: string): string {
    return join(this.#folder, `${batchId}.work`);
  }

  /** Makes the folder and removes whatever no unfinished import speaks of: uploads that a crash cut off. */
  async open(unfinished: readonly string[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder)) {
      if (unfinished.includes(name)) this.#sizes.set(name, (await stat(this.pathOf(name))).size);
      else await rm(this.pathOf(name), { recursive: true, force: true });
    }
  }

  /** Stores a body under a new batch id; `announced` is its length where the sender gave one. */
  async receive(body: Readable, announced: number, at: Date): Promise<ReceivedBody & { readonly id: string }> {
    this.#admit(announced);
    const id = newBatchId(at);
    this.#sizes.set(id, announced);
    try {
      const received = await receiveBody(body, this.pathOf(id), this.#limits.maxBytes);
      this.#sizes.set(id, received.bytes);
      return { id, ...received };
    } catch (error) {
      this.#sizes.delete(id);
      throw error;
    }
  }

  async remove(batchId: string): Promise<void> {
    await rm(this.pathOf(batchId), { force: true });
    await rm(this.workFolderOf(batchId), { recursive: true, force: true });
    this.#sizes.delete(batchId);
  }

  #admit(announced: number): void {
    const waiting = [...this.#sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    if (this.#sizes.size < this.#limits.maxFiles && waiting + announced <= this.#limits.maxBytes) return;
    throw new Refusal('busy', {
      retryAfterSeconds: 10,
      detail: {
        zh: `已有 ${this.#sizes.size} 个文件在等待导入：请稍后重试。`,
        en: `${this.#sizes.size} files are waiting to be imported: try again in a while.`,
      },
    });
  }
}

/** Sorts by time of arrival, and says it: 20260315T040000123-9f3a2c71. */
function newBatchId(at: Date): string {
  return `${at.toISOString().replace(/[-:.Z]/g, '')}-${randomBytes(4).toString('hex')}`;
}
