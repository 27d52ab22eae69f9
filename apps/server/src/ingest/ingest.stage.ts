import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  type ImportRecord,
  type Warehouse,
  discardBatch,
  saveActionOutcome,
  saveImport,
  unfinishedImports,
} from '@tocsin/warehouse';
import { type Clock, dayIn } from '../clock.ts';
import type { Config } from '../config.ts';
import { Metrics } from '../operate/metrics.ts';
import { ImportsUnderWay } from '../pipeline/imports-under-way.ts';
import type { Stage, StageReport } from '../pipeline/stage.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../tokens.ts';
import { carryOut, waitingActions } from './corrections/carry-out.ts';
import { DueDays } from './deadlines/due-days.ts';
import { Inbox } from './inbox/inbox.ts';
import { type Step, workBatch } from './work/batch-work.ts';
import { ImportThreads } from './work/import-threads.ts';

/** After so many failures of the same batch or action while the warehouse is well, it is itself to blame. */
const MOST_ATTEMPTS = 3;

/**
 * Takes back and erases what was asked for, imports every file that waits in the inbox, oldest first, one after another,
 * and then brings due days to what events and rules say: `complaint` has a single writer.
 */
@Injectable()
export class IngestStage implements Stage, OnApplicationShutdown {
  readonly name = 'ingest';
  readonly reads = [
    'operator_action',
    'import_batch',
    'complaint_version',
    'complaint',
    'settlement',
    'dictionary_entry',
    'profile',
    'reference_row',
  ];
  readonly writes = [
    'import_batch',
    'complaint_version',
    'withdrawn_version',
    'complaint',
    'rejected_row',
    'rejected_original',
    'row_warning',
    'settlement',
    'touched_month',
    'action_outcome',
    'erased',
    'exposure',
    'dictionary_entry',
    'profile',
    'pulled_object',
    'pull_outcome',
  ];
  /** Told after each step of a batch; tests break off here. */
  reached: ((step: Step) => void) | undefined;
  readonly #logger = new Logger('ingest');
  readonly #dueDays: DueDays;
  readonly #attempts = new Map<string, number>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly inbox: Inbox,
    private readonly underWay: ImportsUnderWay,
    private readonly threads: ImportThreads,
    private readonly metrics: Metrics,
  ) {
    this.#dueDays = new DueDays(warehouse);
  }

  async run(): Promise<StageReport> {
    let read = 0;
    let wrote = 0;
    const failures: unknown[] = [];
    const { warehouse, clock, config } = this;
    for (const action of await waitingActions(warehouse)) {
      try {
        wrote += await carryOut(action, { warehouse, clock, hashKey: config.hashKey, inbox: this.inbox });
        this.#attempts.delete(action.id);
      } catch (error) {
        failures.push(error);
        if (await this.#isToBlame(`Action ${action.id}`, action.id, error)) {
          const finishedAt = clock.now().toISOString();
          const { id, complaints } = action;
          await saveActionOutcome(warehouse, { id, state: 'failed', finishedAt, complaints, error: cannotBeDone });
        }
      }
    }
    for (const batch of await warehouse.rows(unfinishedImports())) {
      try {
        const done = await this.#work(batch);
        read += done.read;
        wrote += done.added + done.updated;
      } catch (error) {
        failures.push(error);
        if (await this.#isToBlame(`Import ${batch.id}`, batch.id, error)) await this.#giveUp(batch);
      }
    }
    if (failures.length > 0) throw failures[0];
    wrote += await this.#dueDays.settle(dayIn(config.timeZone, clock.now()));
    return { read, wrote };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  async #work(batch: ImportRecord): Promise<ImportRecord> {
    const done = await workBatch(batch, {
      warehouse: this.warehouse,
      inbox: this.inbox,
      threads: this.threads,
      clock: this.clock,
      timeZone: this.config.timeZone,
      hashKey: this.config.hashKey,
      originals: this.config.originals,
      underWay: this.underWay,
      reached: (step) => this.reached?.(step),
    });
    this.#attempts.delete(batch.id);
    this.metrics.importEnded(done);
    return done;
  }

  /** Whether it has failed so often that trying again is vain; while the warehouse is down, nothing is to blame. */
  async #isToBlame(what: string, id: string, error: unknown): Promise<boolean> {
    this.#logger.error(`${what} broke off; it starts again in the next run.`, stackOf(error), 'ingest');
    if (!(await this.warehouse.ping().catch(() => false))) return false;
    const attempts = (this.#attempts.get(id) ?? 0) + 1;
    this.#attempts.set(id, attempts);
    return attempts >= MOST_ATTEMPTS;
  }

  /** A batch that keeps failing must not be tried for ever, and leaves nothing. */
  async #giveUp(batch: ImportRecord): Promise<void> {
    await discardBatch(this.warehouse, batch.id);
    const finishedAt = this.clock.now().toISOString();
    const failed: ImportRecord = { ...batch, state: 'failed', finishedAt, error: keepsFailing };
    await saveImport(this.warehouse, failed);
    this.metrics.importEnded(failed);
    await this.inbox.remove(batch.id);
  }
}

const keepsFailing = {
  zh: '导入多次中断，已停止重试：请联系管理员，原因见服务器日志。',
  en: 'The import broke off several times and was given up: ask the administrator; the log of the server says why.',
};

const cannotBeDone = {
  zh: '多次执行失败，已停止重试：请联系管理员查看服务器日志，排除原因后重新提交。',
  en: 'It failed several times and was given up: ask the administrator, whose log says why, and ask for it again.',
};

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
