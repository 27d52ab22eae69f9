import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryHistory, GetFreshnessReply, MissingDays } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';
import type { DeliveredDays, Period, Warehouse } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import { type WatchedFeed, deliveredBy, watchedFeeds } from '../../feeds/feed-watch.ts';
import { deliveryHistory } from '../../feeds/delivery-history.ts';
import { missingDays } from '../../feeds/missing-days.ts';
import { instantOf } from '../../feeds/wall-clock.ts';
import { Trees } from '../../reference/trees.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { DataVersion } from '../data-version.ts';
import { KeptReadings } from '../kept-readings.ts';
import { Today } from './period.ts';

/** How far the feeds have delivered in this minute, and what overdue ones leave out. */
export interface DeliveriesNow {
  readonly watched: readonly WatchedFeed[];
  /** Undefined for a company that expects no feed. */
  readonly delivered: DeliveredDays | undefined;
  readonly overdue: GetFreshnessReply['missing'];
  /** What overdue feeds leave out of a period. */
  missingIn(period: Period): MissingDays[];
}

/** What is known of the feeds' deliveries whenever figures are shown. */
@Injectable()
export class Deliveries {
  /** Kept for a minute: what is due by 09:00 is late from then on, whether or not anything is written. */
  readonly #readings = new KeptReadings<DeliveriesNow>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly dataVersion: DataVersion,
  ) {}

  async now(): Promise<DeliveriesNow> {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    // holidays move what is due, and are part of the data
    const key = [await this.dataVersion.current(), await this.dataVersion.deliveries(), minute].join(' ');
    return this.#readings.of(key, () => this.#read());
  }

  async #read(): Promise<DeliveriesNow> {
    const watched = await watchedFeeds(this.warehouse, await this.#asked());
    const missing = missingDays(watched, this.today.day);
    return {
      watched,
      delivered: deliveredBy(watched),
      overdue: missing.map((days) => ({ ...days, ...this.#owed(watched, days.feed) })),
      missingIn: ({ from, until }) => missing.filter((days) => days.from < until && days.until > from),
    };
  }

  /** What overdue feeds leave out of a period, for figures that need to know no more of deliveries. */
  async missingIn(period: Period): Promise<MissingDays[]> {
    return (await this.now()).missingIn(period);
  }

  /** How one feed has delivered of late; null for a feed that is not watched any more. */
  async historyOf(id: string): Promise<DeliveryHistory | null> {
    const asked = await this.#asked();
    const watched = (await watchedFeeds(this.warehouse, asked)).find(({ feed }) => feed.id === id);
    return watched === undefined ? null : deliveryHistory(this.warehouse, watched, asked);
  }

  async #asked() {
    return { now: this.clock.now(), holidays: await this.trees.holidays() };
  }

  #owed(watched: readonly WatchedFeed[], id: string) {
    const owing = watched.find(({ feed }) => feed.id === id);
    if (owing === undefined) throw new RangeError(`no watched feed ${id}`);
    const { due, overdue } = owing.awaited;
    return { due: instantOf(zoneOf(this.warehouse.timeZone), due), overdue, lastImportAt: owing.lastImportAt };
  }
}
