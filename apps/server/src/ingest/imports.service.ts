import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Import, type Sentence } from '@tocsin/contracts';
import {
  type Delivered,
  type ImportRecord,
  type Warehouse,
  feedsOfDelivery,
  findImportByContent,
  findImportByKey,
  getImport,
  listImports,
  saveImport,
  unfinishedImports,
} from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import { PipelineBell } from '../pipeline/bell.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';
import { Inbox } from './inbox/inbox.ts';
import { sha256Of } from './inbox/receive-body.ts';
import { InspectionsService } from './inspect/inspections.service.ts';
import { ImportThreads } from './work/import-threads.ts';
import { type KeptProfile, currentProfile, profileNames } from './profiles/kept-profiles.ts';

export interface Delivery {
  readonly body: Readable;
  /** Bytes announced by the sender; 0 when unknown. */
  readonly announced: number;
  readonly name: string;
  /** Undefined where the sender named none: the one that fits is taken. */
  readonly profile: string | undefined;
  /** '' when the sender gave none. */
  readonly idempotencyKey: string;
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly requestedBy: string;
  /** How it came, and the feed it belongs to; a person's upload of no feed where nothing is said. */
  readonly channel?: Import['channel'];
  readonly feed?: string;
  /** Only to be looked at: nothing is stored but the counts. */
  readonly dryRun: boolean;
  /** A larger share of refused rows stops the import before anything of it is visible; without it the profile's counts. */
  readonly maxRejectedShare: number | undefined;
}

type Stored = Awaited<ReturnType<Inbox['receive']>>;

/** The profile that a delivery is read by, and why where nobody named it. */
interface ReadBy {
  readonly profile: string;
  readonly because: Sentence | null;
}

/** Runs of the pipeline that a waiting sender waits for, should the first ones fail. */
const MOST_RUNS = 3;

/** Takes files in: safely onto the disk, noted, and the pipeline told. The import itself is the stage's work. */
@Injectable()
export class ImportsService implements OnModuleInit {
  /** Noting one delivery at a time: the same file sent twice at once is still one import. */
  #noting: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly inbox: Inbox,
    private readonly bell: PipelineBell,
    @Inject(InspectionsService) private readonly inspections: Pick<InspectionsService, 'chooseProfile'>,
    private readonly threads: ImportThreads,
  ) {}

  async onModuleInit(): Promise<void> {
    const unfinished = await this.warehouse.rows(unfinishedImports());
    await this.inbox.open(unfinished.map(({ id }) => id));
  }

  /**
   * The import that a delivery becomes, or the one it repeats: same key of the same sender, or same bytes under the same
   * version of the profile. A key that comes again with other bytes, or to another end, is refused. The bytes are on disk
   * before the key is noted, with the import and in one row: a crash in between leaves neither. It is worked under the version that is current when it is noted, whatever becomes of the profile later.
   */
  async receive(delivery: Delivery): Promise<ImportRecord> {
    if (delivery.profile !== undefined) await this.#profile(delivery.profile);
    const before = await this.#byKey(delivery);
    if (before !== undefined) return sameOrRefused(before, delivery, await sha256Of(delivery.body));
    const at = this.clock.now();
    // They start while the bytes still come in.
    this.threads.wakeFor(delivery.announced);
    const stored = await this.inbox.receive(delivery.body, delivery.announced, at);
    try {
      const read = await this.#readBy(delivery, stored.id);
      const noted = this.#noting.then(() => this.#note(delivery, read, stored, at));
      this.#noting = noted.catch(() => undefined);
      const record = await noted;
      if (record.id !== stored.id) await this.inbox.remove(stored.id);
      return record;
    } catch (error) {
      if (error instanceof Refusal) await this.inbox.remove(stored.id);
      throw error;
    }
  }

  /** Starts the pipeline. With `wait` answers when the rows are visible in every figure, or have failed. */
  async start(record: ImportRecord, wait: boolean): Promise<ImportRecord> {
    let current = record;
    for (let run = 0; run < MOST_RUNS && !isFinished(current); run++) {
      const ended = this.bell.ring({ trigger: 'import' });
      if (!wait) return current;
      await ended;
      current = await this.get(record.id);
    }
    return current;
  }

  async get(id: string): Promise<ImportRecord> {
    const record = await this.warehouse.maybeOne(getImport(id));
    if (record !== undefined) return record;
    throw new Refusal('not-found', {
      detail: { zh: `没有编号为 ${id} 的导入。`, en: `There is no import with the id ${id}.` },
    });
  }

  list(limit: number, feed?: string): Promise<ImportRecord[]> {
    return this.warehouse.rows(listImports(limit, feed));
  }

  /** The profile that the sender named, or the one that fits. A file that cannot be opened says so in its own import. */
  async #readBy({ profile }: Delivery, id: string): Promise<ReadBy> {
    if (profile !== undefined) return { profile, because: null };
    const choice = await this.inspections.chooseProfile(this.inbox.pathOf(id));
    if (choice === undefined) return { profile: 'canonical', because: null };
    if ('refusal' in choice) throw noProfile(choice.refusal);
    return choice;
  }

  async #note(delivery: Delivery, read: ReadBy, stored: Stored, at: Date): Promise<ImportRecord> {
    const { profile, because: profileBecause } = read;
    const { id, bytes, sha256 } = stored;
    const { name, idempotencyKey, contentType, contentEncoding, requestedBy } = delivery;
    const { dryRun, channel = 'upload' } = delivery;
    const feed = delivery.feed ?? (await this.#feedOf({ channel, profile, requestedBy }));
    const { version: profileVersion, profile: content } = await this.#profile(profile);
    const maxRejectedShare = delivery.maxRejectedShare ?? content.maxRejectedShare;
    const sameKey = await this.#byKey(delivery);
    if (sameKey !== undefined) return sameOrRefused(sameKey, delivery, sha256);
    const before = dryRun
      ? undefined
      : await this.warehouse.maybeOne(findImportByContent(sha256, profile, profileVersion));
    if (before !== undefined) return before;
    const counts = {
      read: 0,
      accepted: 0,
      warned: 0,
      added: 0,
      updated: 0,
      duplicate: 0,
      outdated: 0,
      rejected: 0,
      skipped: 0,
    };
    const times = { receivedAt: at.toISOString(), finishedAt: null };
    const sent = { name, profile, idempotencyKey, contentType, contentEncoding, requestedBy };
    const none = { reasons: [], warnings: [], skips: [], layout: null };
    const asked = { profileVersion, profileBecause, channel, feed, dryRun, maxRejectedShare };
    const record: ImportRecord = {
      ...asked,
      ...{ id, bytes, contentSha256: sha256, state: 'received', ...none, error: null },
      ...sent,
      ...times,
      ...counts,
    };
    await saveImport(this.warehouse, record);
    return record;
  }

  /** The feed of a delivery that names none; '' where none fits, or several do. */
  async #feedOf(delivered: Delivered): Promise<string> {
    const fitting = await this.warehouse.rows(feedsOfDelivery(delivered));
    return fitting.length === 1 ? (fitting[0]?.feed ?? '') : '';
  }

  async #profile(name: string): Promise<KeptProfile> {
    const kept = await currentProfile(this.warehouse, name);
    if (kept !== undefined) return kept;
    throw unknownProfile(name, (await profileNames(this.warehouse)).join(', '));
  }

  /** Keys are the senders' own: two of them may well number their days alike. */
  #byKey({ idempotencyKey: key, requestedBy }: Delivery): Promise<ImportRecord | undefined> {
    return key === '' ? Promise.resolve(undefined) : this.warehouse.maybeOne(findImportByKey(key, requestedBy));
  }
}

/** The part of a record that the API shows. */
export const shown = (record: ImportRecord): Import => Import.parse(record);

/** The import of a key, if what comes under the key again is the same thing. */
function sameOrRefused(before: ImportRecord, delivery: Delivery, sha256: string): ImportRecord {
  const isSame =
    before.contentSha256 === sha256 &&
    before.dryRun === delivery.dryRun &&
    (delivery.profile === undefined || before.profile === delivery.profile);
  if (isSame) return before;
  throw new Refusal('conflict', {
    detail: {
      zh: `该 Idempotency-Key 已用于另一次发送（导入 ${before.id}），内容或参数不同：重发时请保持不变，新的一批请换新的键。`,
      en: `This Idempotency-Key was used for something else (import ${before.id}): send the same content in the same way again, or take a new key for a new batch.`,
    },
  });
}

const isFinished = ({ state }: ImportRecord) => state !== 'received' && state !== 'running';

const noProfile = (detail: Sentence) =>
  new Refusal('unprocessable', { detail, errors: [{ path: 'profile', message: 'name one' }] });

const unknownProfile = (name: string, names: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `没有名为 ${name} 的导入模板：可用的有 ${names}。`,
      en: `There is no profile ${name}: there are ${names}.`,
    },
    errors: [{ path: 'profile', message: `one of ${names}` }],
  });
