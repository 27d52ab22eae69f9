import { Inject, Injectable } from '@nestjs/common';
import { DataFeed, type DataFeedInput } from '@tocsin/contracts';
import type { HolidayTable } from '@tocsin/calendar';
import { type Zone, opener, sealer, zoneOf } from '@tocsin/ingestion';
import {
  type DataFeedRecord,
  type NewestOfFeed,
  type PullOutcome,
  type Warehouse,
  currentDataFeeds,
  dataFeedVersions,
  newestImportsByFeed,
  pullOutcomes,
  saveDataFeed,
} from '@tocsin/warehouse';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { FolderFeeds } from '../ingest/folder/folder-schedule.ts';
import { type FolderFeed, endings, folderOf } from '../ingest/folder/place.ts';
import { PullFeeds } from '../ingest/pulls/pull-schedule.ts';
import { type Pull, checkPull } from '../ingest/pulls/pull.ts';
import { secretLost } from '../ingest/pulls/pull-trouble.ts';
import { DataVersion } from '../present/data-version.ts';
import { Trees } from '../reference/trees.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../tokens.ts';
import { changedMeanwhile, noFolder, noPull, otherId, takenName, unknownFeed } from './feed-refusals.ts';
import { feedStanding } from './feed-state.ts';
import { type Promised, promised } from './feed-watch.ts';
import { instantOf, wallTimeAt } from './wall-clock.ts';

type Feed = z.output<typeof DataFeedInput>;
export type ShownFeed = z.infer<typeof DataFeed>;

/** What happened at the feeds, and the holidays of the company. */
interface Happened {
  readonly newest: readonly NewestOfFeed[];
  readonly outcomes: readonly PullOutcome[];
  readonly holidays: HolidayTable;
  readonly promises: readonly Promised[];
}

/** Keeps the feeds and says where each stands. The secret of a pull is sealed, and never leaves but to be used. */
@Injectable()
export class FeedsService implements PullFeeds, FolderFeeds {
  readonly #zone: Zone;
  readonly #seal: (text: string, where: string) => string;
  readonly #open: (sealed: string) => string | undefined;
  /** Keeping one at a time: two people never take the same version number. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly trees: Trees,
    private readonly dataVersion: DataVersion,
  ) {
    this.#zone = zoneOf(config.timeZone);
    this.#seal = sealer(config.originals.key);
    this.#open = opener(config.originals.key);
  }

  async list(): Promise<ShownFeed[]> {
    const [records, newest, outcomes, holidays, versions] = await Promise.all([
      this.warehouse.rows(currentDataFeeds()),
      this.warehouse.rows(newestImportsByFeed()),
      this.warehouse.rows(pullOutcomes()),
      this.trees.holidays(),
      this.warehouse.rows(dataFeedVersions()),
    ]);
    const happened = { newest, outcomes, holidays, promises: promised(versions) };
    return records.map((record) => this.#shown(record, happened));
  }

  async get(id: string): Promise<ShownFeed> {
    const feed = (await this.list()).find((one) => one.id === id);
    if (feed === undefined) throw unknownFeed(id);
    return feed;
  }

  /**
   * Keeps a new version of a feed. A secret that is not given stays as it was. Refuses when `expected` is given and is not
   * the newest version: somebody else changed the feed meanwhile, and what they said must not be lost unseen.
   */
  async put(id: string, given: Feed, by: string, expected?: number): Promise<ShownFeed> {
    if (given.id !== id) throw otherId(id, given.id);
    const kept = this.#keeping.then(() => this.#keep(given, by, expected));
    this.#keeping = kept.catch(() => undefined);
    await kept;
    return this.get(id);
  }

  async #keep(given: Feed, by: string, expected: number | undefined): Promise<void> {
    const { id } = given;
    const at = this.clock.now();
    if (given.kind === 'pull') {
      if (given.pull === null) throw noPull();
      checkPull(given.pull, at, this.config.timeZone);
    }
    if (given.kind === 'folder') {
      if (this.watchedFolder === null) throw new Refusal('conflict', { detail: noFolder });
      if (endings.some((name) => name === id)) throw takenName(id);
    }
    const before = (await this.warehouse.rows(currentDataFeeds())).find(({ feed }) => feed.id === id);
    const newest = before?.version ?? 0;
    if (expected !== undefined && expected !== newest) throw changedMeanwhile(id, expected, newest);
    const secretKey = given.pull?.secretKey;
    const sealed = secretKey === undefined ? (before?.sealed ?? '') : secretKey === '' ? '' : this.#seal(secretKey, id);
    const feed = { ...given, pull: given.pull === null ? null : { ...given.pull, secretKey: undefined } };
    await saveDataFeed(this.warehouse, feed, { version: newest + 1, sealed, at, by });
    await this.dataVersion.refresh();
  }

  /** The feeds that are pulled at present, with their secrets in the clear: for the puller alone. */
  async pulls(): Promise<readonly Pull[]> {
    const records = await this.warehouse.rows(currentDataFeeds());
    return records.flatMap(({ feed, sealed }) => {
      if (!feed.enabled || feed.kind !== 'pull' || feed.pull === null) return [];
      const { url, schedule, endpoint, region, accessKey } = feed.pull;
      const secretKey = this.#secretOf(feed, sealed);
      return [{ feed: feed.id, profile: feed.profile, url, schedule, endpoint, region, accessKey, secretKey }];
    });
  }

  /** The feeds that have a folder. */
  async folders(): Promise<readonly FolderFeed[]> {
    const feeds = (await this.warehouse.rows(currentDataFeeds())).map(({ feed }) => feed);
    return feeds.flatMap(({ id, kind, profile, enabled }) =>
      kind === 'folder' ? [{ feed: id, profile, enabled }] : [],
    );
  }

  /** The folder that is watched; null where none is. */
  get watchedFolder(): string | null {
    return this.config.watch.folder ?? null;
  }

  /** The secret of a pull in the clear, '' where none is asked for; undefined when it cannot be opened. */
  #secretOf({ pull }: DataFeedRecord['feed'], sealed: string): string | undefined {
    return sealed === '' || !pull?.url.startsWith('s3:') ? '' : this.#open(sealed);
  }

  #shown({ feed, version, sealed }: DataFeedRecord, { newest, outcomes, holidays, promises }: Happened): ShownFeed {
    const last = newest.find((one) => one.feed === feed.id);
    const now = this.clock.now();
    const past = {
      last: last && wallTimeAt(this.#zone, new Date(last.finishedAt)),
      since: wallTimeAt(this.#zone, promises.find((one) => one.feed.id === feed.id)?.since ?? now),
    };
    const { state, expectedBy, trouble } = feedStanding(feed, past, wallTimeAt(this.#zone, now), holidays);
    const isLocked = this.#secretOf(feed, sealed) === undefined;
    const kept = outcomes.find((one) => one.feed === feed.id)?.trouble ?? null;
    const isFolder = feed.kind === 'folder';
    const isUnwatched = isFolder && this.watchedFolder === null;
    // a feed that people or systems bring has no outcomes: those it may have are of the kind it was before
    const ofKind = isFolder || feed.kind === 'pull' ? kept : null;
    return DataFeed.parse({
      ...feed,
      ...{ version, state, expectedBy: expectedBy && instantOf(this.#zone, expectedBy) },
      ...{ lastImportAt: last?.finishedAt ?? null, lastImportId: last?.importId ?? null },
      folder: isFolder && this.watchedFolder !== null ? folderOf(this.watchedFolder, feed.id) : null,
      trouble: isLocked ? secretLost(feed.id).sentence : ((isUnwatched ? noFolder : ofKind) ?? trouble),
    });
  }
}
