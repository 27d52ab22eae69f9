import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { daysBetween } from '@tocsin/calendar';
import type { Backtest, BacktestInput, Sentence } from '@tocsin/contracts';
import {
  type KeptBacktest,
  type OutcomeRecord,
  type Warehouse,
  backtestOutcomes,
  listBacktests,
  saveBacktest,
  saveBacktestOutcomes,
} from '@tocsin/warehouse';
import { codeNames } from '../alert/code-names.ts';
import type { Clock } from '../clock.ts';
import { Trees } from '../reference/trees.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';
import { askedRules } from './asked-rules.ts';
import { brokenOff, emptyPeriod, failed, tooLong, tooMany, unknownBacktest } from './backtest-refusals.ts';
import { IncidentsService } from './incidents.service.ts';
import { runBacktest } from './run-backtest.ts';

const MOST_WAITING = 20;
const LONGEST_YEARS = 5;
const SHOWN = 100;

/**
 * Tries rules on the past in the background, one back-test after another. Each is kept before it is answered: one that
 * the end of the process cut off is begun anew after the next start.
 */
@Injectable()
export class BacktestsService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('backtest');
  readonly #waiting = new Map<string, KeptBacktest>();
  #running: { readonly id: string; readonly stop: AbortController; progress: number } | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly trees: Trees,
    private readonly incidents: IncidentsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const kept = await this.warehouse.rows(listBacktests({ limit: SHOWN }));
    const cutOff = kept
      .map(({ backtest }) => backtest)
      .filter(({ state }) => state === 'queued' || state === 'running');
    for (const one of cutOff.reverse()) this.#queue(one);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#waiting.clear();
    this.#running?.stop.abort();
    await this.#work;
  }

  async create(input: BacktestInput, by: string): Promise<Backtest> {
    const { from, until } = input;
    if (from >= until) throw emptyPeriod(from, until);
    if (daysBetween(from, until) > LONGEST_YEARS * 366) throw tooLong(LONGEST_YEARS);
    if (this.#waiting.size >= MOST_WAITING) throw tooMany(MOST_WAITING);
    // What is asked about is kept by version: the rule may change while this one waits.
    const asked = await askedRules(this.warehouse, input.rules);
    const rules = input.rules.map((one, i) => ('draft' in one ? one : { id: one.id, version: asked[i]?.version }));
    const kept: KeptBacktest = {
      ...{ id: randomUUID(), input: { ...input, rules }, by, at: this.clock.now().toISOString() },
      ...{ finishedAt: null, state: 'queued', error: null, notes: [] },
    };
    await saveBacktest(this.warehouse, kept);
    this.#queue(kept);
    return { ...kept, progress: 0, outcomes: [] };
  }

  async list(): Promise<Backtest[]> {
    const kept = await this.warehouse.rows(listBacktests({ limit: SHOWN }));
    const ids = kept.map(({ backtest }) => backtest.id);
    const outcomes = await this.warehouse.rows(backtestOutcomes({ ids, withLists: false }));
    return kept.map(({ backtest }) =>
      this.#shown(
        backtest,
        outcomes.filter(({ backtestId }) => backtestId === backtest.id),
      ),
    );
  }

  async get(id: string): Promise<Backtest> {
    const [kept, outcomes] = await Promise.all([
      this.warehouse.maybeOne(listBacktests({ limit: 1, id })),
      this.warehouse.rows(backtestOutcomes({ ids: [id], withLists: true })),
    ]);
    if (kept === undefined) throw unknownBacktest(id);
    return this.#shown(kept.backtest, outcomes);
  }

  async cancel(id: string): Promise<Backtest> {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) {
      this.#waiting.delete(id);
      await this.#finish(waiting, { state: 'cancelled' });
    } else if (this.#running?.id === id) {
      this.#running.stop.abort('cancelled');
      await this.#work;
    }
    return await this.get(id);
  }

  #shown(kept: KeptBacktest, outcomes: readonly OutcomeRecord[]): Backtest {
    const running = this.#running?.id === kept.id ? this.#running.progress : 0;
    const progress = kept.state === 'done' ? 1 : running;
    return { ...kept, progress, outcomes: outcomes.map(({ summary, list }) => ({ ...summary, list })) };
  }

  #queue(kept: KeptBacktest): void {
    this.#waiting.set(kept.id, kept);
    this.#work = this.#work.then(() => this.#run(kept.id));
  }

  async #run(id: string): Promise<void> {
    const kept = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (kept === undefined) return;
    const stop = new AbortController();
    const running = { id, stop, progress: 0 };
    this.#running = running;
    try {
      await saveBacktest(this.warehouse, { ...kept, state: 'running' });
      const [rules, incidents, names] = await Promise.all([
        askedRules(this.warehouse, kept.input.rules),
        this.incidents.list(),
        codeNames(this.warehouse, this.trees),
      ]);
      const parts = { warehouse: this.warehouse, incidents, names, now: this.clock.now(), signal: stop.signal };
      const told = (progress: number) => (running.progress = progress);
      const { outcomes, notes } = await runBacktest(rules, kept.input, { ...parts, told });
      await saveBacktestOutcomes(this.warehouse, id, outcomes);
      await this.#finish(kept, { state: 'done', notes: [...notes] });
    } catch (error) {
      await this.#ended(kept, stop.signal, error);
    } finally {
      this.#running = undefined;
    }
  }

  /** Cancelled, failed, or cut off by the end of the process: then it stays as it is and begins anew after the next start. */
  async #ended(kept: KeptBacktest, { aborted, reason }: AbortSignal, error: unknown): Promise<void> {
    if (aborted && reason !== 'cancelled') return;
    if (!aborted) this.#logger.error('A back-test failed.', error instanceof Error ? error.stack : String(error));
    const why: Sentence | null = aborted ? null : error instanceof Refusal ? brokenOff : failed;
    await this.#finish(kept, { state: aborted ? 'cancelled' : 'failed', error: why }).catch(() => undefined);
  }

  #finish(kept: KeptBacktest, how: Partial<KeptBacktest>): Promise<void> {
    return saveBacktest(this.warehouse, { ...kept, ...how, finishedAt: this.clock.now().toISOString() });
  }
}
