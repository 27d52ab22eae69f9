import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { type Warehouse, pullOutcomes } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { Lease } from '../../pipeline/lease.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../../tokens.ts';
import { type Pull, nextPull } from './pull.ts';
import { PullsService } from './pulls.service.ts';

const EVERY_MS = 60_000;

/** Says which feeds are pulled at present: kind `pull`, enabled, with their secrets in the clear. */
export abstract class PullFeeds {
  abstract pulls(): Promise<readonly Pull[]>;
}

/**
 * Looks every minute which pulls are due: those whose schedule has a time between their last pull and now. A time that
 * passed while the server was down is made up for once; a feed that was never pulled is due from the server's start on.
 */
@Injectable()
export class PullSchedule {
  readonly #logger = new Logger('pulls');
  readonly #startedAt: Date;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly feeds: PullFeeds,
    private readonly pulls: PullsService,
    private readonly lease: Lease,
  ) {
    this.#startedAt = clock.now();
  }

  @Interval('pulls', EVERY_MS)
  async tick(): Promise<void> {
    if (!this.config.schedule) return;
    try {
      await this.runDue();
    } catch (error) {
      this.#logger.error('Pulls could not be looked for; it is tried again in a minute.', error, 'pulls');
    }
  }

  /** Carries out every pull that is due, one after another, where this server holds the lease; answers their feeds. */
  async runDue(): Promise<string[]> {
    const due = await this.#due();
    if (due.length === 0 || !(await this.lease.take())) return [];
    for (const pull of due) await this.pulls.run(pull);
    return due.map(({ feed }) => feed);
  }

  async #due(): Promise<Pull[]> {
    const pulls = await this.feeds.pulls();
    if (pulls.length === 0) return [];
    const outcomes = await this.warehouse.rows(pullOutcomes());
    const last = new Map(outcomes.map(({ feed, at }) => [feed, new Date(at)]));
    const { timeZone } = this.config;
    const now = this.clock.now();
    return pulls.filter(({ feed, schedule }) => nextPull(schedule, last.get(feed) ?? this.#startedAt, timeZone) <= now);
  }
}
