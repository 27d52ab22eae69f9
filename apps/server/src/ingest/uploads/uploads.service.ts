import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Caller } from '../../identity/caller.ts';
import { CLOCK, CONFIG } from '../../tokens.ts';
import { tooLarge } from '../inbox/receive-body.ts';
import { type StoredUpload, TooMuchSent, UploadFiles } from './upload-files.ts';
import { lineBroke, noSuchUpload, notWhole, tooManyUploads, tooMuchSent, wrongOffset } from './upload-refusals.ts';

const SWEEP_EVERY_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

interface Appending {
  readonly body: Readable;
  readonly ended: Promise<unknown>;
}

/**
 * Files that come piece by piece and survive whatever happens to the line or to the server. By hand instead of with
 * `@tus/server`: that one keeps files without syncing them and readable by everybody, and answers outside the framework,
 * where neither roles, refusals in two languages nor limits reach it; the protocol itself is four verbs.
 */
@Injectable()
export class Uploads implements OnModuleInit {
  readonly #files: UploadFiles;
  readonly #appending = new Map<string, Appending>();
  /** One at a time: two that begin at once must not pass the limit together. */
  #creating: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#files = new UploadFiles(config.dataDirectory);
  }

  async onModuleInit(): Promise<void> {
    await this.#files.open();
    await this.#files.removeStrays();
    await this.sweep();
  }

  /** Begins an upload of a known length; answers its id. */
  create(name: string, length: number, caller: Caller): Promise<string> {
    const created = this.#creating.then(() => this.#create(name, length, caller));
    this.#creating = created.catch(() => undefined);
    return created;
  }

  /** How far an upload is. Ends a line that still hangs: its sender has gone, or would not ask. */
  async find(id: string, caller: Caller): Promise<StoredUpload> {
    await this.#owned(id, caller);
    await this.#cutOff(id);
    return this.#owned(id, caller);
  }

  /** Adds bytes that begin at `offset`, the end of what is there; answers how far the upload is then. */
  async append(id: string, offset: number, body: Readable, caller: Caller): Promise<StoredUpload> {
    const upload = await this.find(id, caller);
    // whoever comes between the look and the claim finds the claim: nothing is awaited in between
    if (this.#appending.has(id) || upload.offset !== offset) throw wrongOffset(upload.offset);
    const ended = this.#files.append(upload, body, this.clock.now());
    this.#appending.set(id, { body, ended: ended.catch(() => undefined) });
    try {
      return { ...upload, offset: await ended };
    } catch (error) {
      if (error instanceof TooMuchSent) throw tooMuchSent(error.length);
      if (body.destroyed && !body.readableEnded) throw lineBroke();
      throw error;
    } finally {
      this.#appending.delete(id);
    }
  }

  async remove(id: string, caller: Caller): Promise<void> {
    await this.find(id, caller);
    await this.#files.remove(id);
  }

  /** Where the bytes of an upload lie, once all have come. */
  async pathOf(id: string, caller: Caller): Promise<string> {
    return (await this.whole(id, caller)).path;
  }

  /** An upload of which all bytes have come. */
  async whole(id: string, caller: Caller): Promise<StoredUpload & { readonly path: string }> {
    const upload = await this.#owned(id, caller);
    if (upload.offset !== upload.length) throw notWhole(upload.offset, upload.length);
    return { ...upload, path: this.#files.pathOf(id) };
  }

  /** When an upload goes unless somebody adds to it. */
  expiryOf({ touchedAt }: StoredUpload): Date {
    return new Date(touchedAt.getTime() + this.config.uploads.hours * HOUR_MS);
  }

  /** Removes what has been left lying. */
  @Interval('uploads', SWEEP_EVERY_MS)
  async sweep(): Promise<void> {
    for (const upload of await this.#files.all()) {
      if (this.#appending.has(upload.id) || this.expiryOf(upload) > this.clock.now()) continue;
      await this.#files.remove(upload.id);
    }
  }

  async #create(name: string, length: number, caller: Caller): Promise<string> {
    const { import: one, uploads: all } = this.config;
    if (length > one.maxBytes) throw tooLarge(one.maxBytes);
    const taken = (await this.#files.all()).reduce((sum, upload) => sum + upload.length, 0);
    if (taken + length > all.maxBytes) throw tooManyUploads();
    return this.#files.create({ name, length, owner: ownerOf(caller) }, this.clock.now());
  }

  async #owned(id: string, caller: Caller): Promise<StoredUpload> {
    const upload = await this.#files.find(id);
    if (upload === undefined || upload.owner !== ownerOf(caller)) throw noSuchUpload(id);
    return upload;
  }

  async #cutOff(id: string): Promise<void> {
    const hanging = this.#appending.get(id);
    hanging?.body.destroy();
    await hanging?.ended;
  }
}

const ownerOf = ({ kind, name }: Caller) => `${kind} ${name}`;
