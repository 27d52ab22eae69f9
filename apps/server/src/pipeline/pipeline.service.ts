import { randomUUID } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { IsoDay } from '@tocsin/contracts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { DataVersion } from '../present/data-version.ts';
import { Feed } from '../present/feed/feed.ts';
import { CLOCK, CONFIG } from '../tokens.ts';
import { PipelineBell, type Ring } from './bell.ts';
import { Lease } from './lease.ts';
import { RunLog } from './run-log.ts';
import { RunQueue } from './run-queue.ts';
import { type StageOutcome, runStages } from './run-stages.ts';
import type { Stage, Trigger } from './stage.ts';

export const STAGES = Symbol('stages');
const EVERY_MS = 60_000;

/** Carries out the list of stages: at start, every minute, and when somebody rings; never two runs at once. */
@Injectable()
export class PipelineService implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('pipeline');
  /** Every run looks back to this day until it is taken away again: for a first filling, whose imports start runs too. */
  lookBackTo: IsoDay | undefined;
  readonly #queue = new RunQueue((ring) => this.#runSafely(ring));
  #outcomes: readonly StageOutcome[] = [];
  /** The state of the figures that open pages were last told of. */
  #announced: string | undefined;

  constructor(
    @Inject(STAGES) private readonly stages: readonly Stage[],
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly bell: PipelineBell,
    private readonly lease: Lease,
    private readonly log: RunLog,
    private readonly dataVersion: DataVersion,
    private readonly feed: Feed,
  ) {}

  onModuleInit(): void {
    this.bell.answeredBy((ring) => this.#queue.ask(ring));
  }

  onApplicationBootstrap(): void {
    if (this.config.schedule) void this.#queue.ask({ trigger: 'start' });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#queue.close();
  }

  @Interval('pipeline', EVERY_MS)
  tick(): void {
    if (this.config.schedule && !this.#queue.busy) void this.#queue.ask({ trigger: 'schedule' });
  }

  /** Runs once more and answers what became of each stage; empty where another server holds the lease. */
  async run(ring: Ring = { trigger: 'manual' }): Promise<readonly StageOutcome[]> {
    await this.#queue.ask(ring);
    return this.#outcomes;
  }

  async #runSafely(ring: Ring): Promise<void> {
    try {
      await this.#run(ring);
    } catch (error) {
      this.#logger.error('A run ended early; the next one tries again.', stackOf(error), 'pipeline');
    }
  }

  async #run(ring: Ring): Promise<void> {
    this.#outcomes = [];
    this.#announced ??= await this.dataVersion.current();
    if (await this.lease.take()) {
      const runId = randomUUID();
      const record = (outcome: StageOutcome) => this.#record(runId, ring.trigger, outcome);
      this.#outcomes = await runStages(
        this.stages,
        { since: this.lookBackTo, ...ring, now: this.clock.now() },
        record,
        () => this.clock.now(),
      );
    }
    await this.#announce();
  }

  /** Whoever asks from here on gets what has just been written, and open pages are told of it; not once all stages are through. */
  async #announce(): Promise<void> {
    const now = await this.dataVersion.refresh();
    if (now === this.#announced) return;
    this.#announced = now;
    this.feed.publishDataVersion(now);
  }

  async #record(runId: string, trigger: Trigger, outcome: StageOutcome): Promise<void> {
    const { stage, error, report } = outcome;
    if ((report?.wrote ?? 0) > 0) await this.#announce();
    if (error !== undefined) {
      this.#logger.error(`Stage ${stage} failed; the next run tries again.`, stackOf(error), 'pipeline');
    }
    await this.log.write(runId, trigger, outcome);
    await this.lease.take(); // a long run holds on to it
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
