import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { syncFolder } from '../inbox/sync-folder.ts';

const UploadRecord = z.object({
  id: z.string(),
  name: z.string(),
  /** Bytes of the whole. */
  length: z.number().int(),
  /** Who began it; nobody else may see or continue it. */
  owner: z.string(),
});
type UploadRecord = z.infer<typeof UploadRecord>;

/** An upload as it lies on disk. What counts is the size of the file: bytes that were not written never arrived. */
export type StoredUpload = UploadRecord & { readonly offset: number; readonly touchedAt: Date };

const ID = /^[A-Za-z0-9_-]{22}$/;
/** So many bytes may lie in the cache of the operating system alone. */
const SYNC_EVERY_BYTES = 64 * 2 ** 20;

/**
 * Parts of files that people send piece by piece: the bytes under an id, and beside them what they will be. Both outlive
 * the process; what a power cut takes from the end is sent again, because the sender asks how far the file is.
 */
export class UploadFiles {
  readonly #folder: string;

  constructor(dataDirectory: string) {
    this.#folder = join(dataDirectory, 'uploads');
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  pathOf(id: string): string {
    return join(this.#folder, id);
  }

  async create(begun: Omit<UploadRecord, 'id'>, at: Date): Promise<string> {
    const id = randomBytes(16).toString('base64url');
    const bytes = await open(this.pathOf(id), 'wx', 0o600);
    await bytes.utimes(at, at);
    await bytes.close();
    const draft = await open(`${this.pathOf(id)}.part`, 'wx', 0o600);
    await draft.writeFile(JSON.stringify({ id, ...begun }));
    await draft.sync();
    await draft.close();
    await rename(`${this.pathOf(id)}.part`, `${this.pathOf(id)}.json`);
    await syncFolder(this.#folder);
    return id;
  }

  async find(id: string): Promise<StoredUpload | undefined> {
    if (!ID.test(id)) return undefined; // an id is part of a path
    try {
      const record = UploadRecord.parse(JSON.parse(await readFile(`${this.pathOf(id)}.json`, 'utf8')));
      const { size, mtime } = await stat(this.pathOf(id));
      return { ...record, offset: size, touchedAt: mtime };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async all(): Promise<StoredUpload[]> {
    const ids = (await readdir(this.#folder)).filter((name) => ID.test(name));
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((one) => one !== undefined);
  }

  /**
   * Adds what comes to the end of the file, up to `length` bytes in all. Whatever arrived before the sender was cut off
   * stays, on disk for good; then the error is thrown.
   */
  async append({ id, offset, length }: StoredUpload, body: Readable, at: Date): Promise<number> {
    const file = await open(this.pathOf(id), 'r+');
    let end = offset;
    let unsynced = 0;
    try {
      for await (const piece of body as AsyncIterable<Buffer>) {
        const taken = piece.subarray(0, length - end);
        await file.write(taken, 0, taken.length, end);
        end += taken.length;
        unsynced += taken.length;
        if (unsynced >= SYNC_EVERY_BYTES) {
          await file.datasync();
          unsynced = 0;
        }
        if (taken.length < piece.length) throw new TooMuchSent(end);
      }
      return end;
    } finally {
      await file.utimes(at, at);
      await file.sync();
      await file.close();
    }
  }

  async remove(id: string): Promise<void> {
    await rm(`${this.pathOf(id)}.json`, { force: true });
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes bytes that nothing speaks of: a crash fell between the two files of an upload. */
  async removeStrays(): Promise<void> {
    const names = await readdir(this.#folder);
    for (const name of names) {
      const known = name.endsWith('.json') ? name.slice(0, -5) : `${name}.json`;
      if (!names.includes(known)) await rm(join(this.#folder, name), { force: true });
    }
  }
}

/** More bytes came than the upload was announced to have. */
export class TooMuchSent extends Error {
  override readonly name = 'TooMuchSent';

  constructor(readonly length: number) {
    super(`more than the ${length} bytes that were announced`);
  }
}
