import { Inject, Injectable } from '@nestjs/common';
import { DataFeed, type DataFeedInput } from '@tocsin/contracts';
import { type HolidayTable, type WallTime, dayNumber, isoDay } from '@tocsin/calendar';
import { Zone, opener, sealer } from '@tocsin/ingestion';
import {
  type DataFeedRecord,
  type NewestOfFeed,
  type PullOutcome,
  type Warehouse,
  currentDataFeeds,
  newestImportsByFeed,
  pullOutcomes,
  saveDataFeed,
} from '@tocsin/warehouse';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { PullFeeds } from '../ingest/pulls/pull-schedule.ts';
import { type Pull, checkPull } from '../ingest/pulls/pull.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../tokens.ts';
import { feedStanding } from './feed-state.ts';

type Feed = z.output<typeof DataFeedInput>;
export type ShownFeed = z.infer<typeof DataFeed>;

/** Keeps the feeds and says where each stands. The secret of a pull is sealed, and never leaves but to be used. */
@Injectable()
export class FeedsService implements PullFeeds {
  readonly #zone: Zone;
  readonly #seal: (text: string, where: string) => string;
  readonly #open: (sealed: string) => string | undefined;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#zone = new Zone(config.timeZone);
    this.#seal = sealer(config.originals.key);
    this.#open = opener(config.originals.key);
  }

  async list(): Promise<ShownFeed[]> {
    const [records, newest, outcomes] = await Promise.all([
      this.warehouse.rows(currentDataFeeds()),
      this.warehouse.rows(newestImportsByFeed()),
      this.warehouse.rows(pullOutcomes()),
    ]);
    return records.map((record) => this.#shown(record, newest, outcomes));
  }

  async get(id: string): Promise<ShownFeed> {
    const feed = (await this.list()).find((one) => one.id === id);
    if (feed === undefined) throw unknownFeed(id);
    return feed;
  }

  /** Keeps a new version of a feed. A secret that is not given stays as it was. */
  async put(id: string, given: Feed, by: string): Promise<ShownFeed> {
    if (given.id !== id) throw otherId(id, given.id);
    const at = this.clock.now();
    if (given.kind === 'pull') {
      if (given.pull === null) throw noPull();
      checkPull(given.pull, at, this.config.timeZone);
    }
    const before = (await this.warehouse.rows(currentDataFeeds())).find(({ feed }) => feed.id === id);
    const secretKey = given.pull?.secretKey;
    const sealed = secretKey === undefined ? (before?.sealed ?? '') : secretKey === '' ? '' : this.#seal(secretKey, id);
    const feed = { ...given, pull: given.pull === null ? null : { ...given.pull, secretKey: undefined } };
    await saveDataFeed(this.warehouse, feed, { version: (before?.version ?? 0) + 1, sealed, at, by });
    return this.get(id);
  }

  /** The feeds that are pulled at present, with their secrets in the clear: for the puller alone. */
  async pulls(): Promise<readonly Pull[]> {
    const records = await this.warehouse.rows(currentDataFeeds());
    return records.flatMap(({ feed, sealed }) => {
      if (!feed.enabled || feed.kind !== 'pull' || feed.pull === null) return [];
      const { url, schedule, endpoint, region, accessKey } = feed.pull;
      const secretKey = sealed === '' ? '' : (this.#open(sealed) ?? '');
      return [{ feed: feed.id, profile: feed.profile, url, schedule, endpoint, region, accessKey, secretKey }];
    });
  }

  #shown(
    { feed, version }: DataFeedRecord,
    newest: readonly NewestOfFeed[],
    outcomes: readonly PullOutcome[],
  ): ShownFeed {
    const last = newest.find((one) => one.feed === feed.id);
    const holidays: HolidayTable = {};
    const lastAt = last && this.#wallTime(new Date(last.finishedAt));
    const { state, expectedBy, trouble } = feedStanding(feed, lastAt, this.#wallTime(this.clock.now()), holidays);
    const pulled = outcomes.find((one) => one.feed === feed.id);
    return DataFeed.parse({
      ...feed,
      ...{ version, state, expectedBy: expectedBy && this.#instant(expectedBy) },
      ...{ lastImportAt: last?.finishedAt ?? null, lastImportId: last?.importId ?? null },
      trouble: pulled?.trouble ?? trouble,
    });
  }

  #wallTime(at: Date): WallTime {
    const seconds = Math.floor(at.getTime() / 1000);
    const day = this.#zone.dayAt(seconds);
    const minutes = Math.floor((seconds - this.#zone.moment(day, 0)) / 60);
    const two = (number: number) => String(number).padStart(2, '0');
    return { day: isoDay(day), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
  }

  #instant({ day, time }: WallTime): string {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return new Date(this.#zone.moment(dayNumber(day), hours * 3600 + minutes * 60) * 1000).toISOString();
  }
}

export const unknownFeed = (id: string) =>
  new Refusal('not-found', { detail: { zh: `没有编号为 ${id} 的数据源。`, en: `There is no feed ${id}.` } });

const otherId = (path: string, body: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `地址中的编号 ${path} 与内容中的 ${body} 不一致：请改为相同。`,
      en: `The address says ${path} and the content ${body}: make them the same.`,
    },
  });

const noPull = () =>
  new Refusal('invalid-request', {
    detail: {
      zh: '拉取类数据源缺少地址和时间：请填写 pull。',
      en: 'A feed that is pulled needs an address and a schedule: give pull.',
    },
    errors: [{ path: 'pull', message: 'required for kind pull' }],
  });
