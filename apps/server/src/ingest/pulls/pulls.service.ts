import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Sentence } from '@tocsin/contracts';
import {
  type ImportRecord,
  type PullOutcome,
  type Warehouse,
  pulledObjects,
  savePullOutcome,
  savePulledObject,
} from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../../tokens.ts';
import { ImportsService } from '../imports.service.ts';
import type { Pull } from './pull.ts';
import { PullClient } from './pull-client.ts';
import { type NewObject, newObjects } from './pull-sources.ts';
import { PullTrouble, brokenOff, cutOff, notTaken, tooLargeToPull } from './pull-trouble.ts';
import { ReachableHosts } from './reachable-hosts.ts';

/** After so many objects that cannot be had, the rest waits for the next time. */
const MOST_FAILURES = 10;

/**
 * Fetches what is new at the other side of a feed. An object is noted in the ledger once its bytes are safely in the
 * inbox; a crash in between fetches it again, and the same bytes are the same import.
 */
@Injectable()
export class PullsService implements OnApplicationShutdown {
  readonly #logger = new Logger('pulls');
  readonly #client: PullClient;
  /** A feed is never pulled twice at once: who asks meanwhile gets the pull that is under way. */
  readonly #running = new Map<string, Promise<PullOutcome>>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Pick<Config, 'pullHosts' | 'import'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ImportsService) private readonly imports: Pick<ImportsService, 'receive' | 'start'>,
  ) {
    this.#client = new PullClient({ hosts: new ReachableHosts(config.pullHosts) });
  }

  onApplicationShutdown(): void {
    this.#client.close();
  }

  /** Pulls now. Never throws for what the other side does: that is the trouble of the outcome, which is kept. */
  run(pull: Pull): Promise<PullOutcome> {
    const running = this.#running.get(pull.feed) ?? this.#run(pull).finally(() => this.#running.delete(pull.feed));
    this.#running.set(pull.feed, running);
    return running;
  }

  async #run(pull: Pull): Promise<PullOutcome> {
    const known = await this.warehouse.rows(pulledObjects(pull.feed));
    const before = new Map(known.map((pulled) => [pulled.object, pulled]));
    const now = () => this.clock.now();
    let objects = 0;
    let failures = 0;
    let trouble: Sentence | null = null;
    let last: ImportRecord | undefined;
    try {
      for await (const found of newObjects(pull, before, this.#client, now)) {
        try {
          const record = await this.#take(pull, found, last);
          if (record === undefined) continue;
          objects += 1;
          last = record;
          await this.imports.start(record, false);
        } catch (error) {
          trouble ??= this.#ofObject(pull, found, error);
          if (++failures === MOST_FAILURES) break;
        }
      }
    } catch (error) {
      trouble ??= this.#sentence(pull, error);
    }
    const outcome = { feed: pull.feed, at: now().toISOString(), objects, trouble };
    await savePullOutcome(this.warehouse, outcome);
    return outcome;
  }

  /** Takes one object in and notes it; when too many files wait, the imports before it are waited for once. */
  async #take(pull: Pull, found: NewObject, last: ImportRecord | undefined): Promise<ImportRecord | undefined> {
    try {
      return await this.#receive(pull, found);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'busy') || last === undefined) throw error;
      await this.imports.start(last, true);
      return this.#receive(pull, found);
    }
  }

  async #receive({ feed, profile }: Pull, { object, name, open }: NewObject): Promise<ImportRecord | undefined> {
    const opened = await open();
    if (opened === undefined) return undefined;
    const { body, mark } = opened;
    const { maxBytes } = this.config.import;
    try {
      if (mark.bytes > maxBytes) throw tooLargeToPull(name, maxBytes);
      const { headers } = body;
      const record = await this.imports.receive({
        ...{ body, announced: mark.bytes, name, profile, feed, channel: 'pull', idempotencyKey: '' },
        ...{ contentType: headers['content-type'] ?? '', contentEncoding: headers['content-encoding'] ?? '' },
        ...{ requestedBy: `feed ${feed}`, dryRun: false, maxRejectedShare: undefined },
      });
      const noted = { feed, object, ...mark, importId: record.id, at: this.clock.now().toISOString() };
      await savePulledObject(this.warehouse, noted);
      return record;
    } finally {
      body.destroy();
    }
  }

  #ofObject(pull: Pull, { name }: NewObject, error: unknown): Sentence {
    if (error instanceof Refusal && error.facts.detail !== undefined)
      return notTaken(name, error.facts.detail).sentence;
    if (isCut(error)) return cutOff(name).sentence;
    return this.#sentence(pull, error);
  }

  #sentence(pull: Pull, error: unknown): Sentence {
    if (error instanceof PullTrouble) return error.sentence;
    if (error instanceof Refusal && error.facts.detail !== undefined) return error.facts.detail;
    this.#logger.error(`The pull of ${pull.feed} broke off.`, error instanceof Error ? error.stack : String(error));
    return brokenOff(pull.feed).sentence;
  }
}

/** Whether an error is that of a body that ended before its end. */
const isCut = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    ('code' in error && ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(error.code))));
