import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ExportInput, ExportJob } from '@tocsin/contracts';
import type { Warehouse } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Caller } from '../../identity/caller.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../../tokens.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { ExportFiles, type KeptJob } from './export-files.ts';
import { ExportQueries } from './export-queries.ts';
import { notReady, tooMany, troubleOf, unknownExport } from './export-refusals.ts';
import { writeTable } from './write-table.ts';

const MOST_WAITING = 10;
const DAY_MS = 86_400_000;

/**
 * Writes tables in the background, one after another, each for whoever asked and with what they could see then. A job is
 * kept on disk before it is answered: one that the end of the process cut off is written anew after the next start.
 */
@Injectable()
export class ExportsService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #files: ExportFiles;
  readonly #jobs = new Map<string, KeptJob>();
  #running: { readonly id: string; readonly stop: AbortController } | undefined;
  #work: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly queries: ExportQueries,
    private readonly figures: FiguresService,
  ) {
    this.#files = new ExportFiles(config.dataDirectory);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const job of await this.#files.all()) this.#jobs.set(job.id, job);
    await this.#removeOld();
    for (const job of this.#byAge()) if (!isOver(job)) this.#queue(job.id);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isOver = true;
    this.#running?.stop.abort();
    await this.#work;
  }

  async create(input: ExportInput, caller: Caller): Promise<ExportJob> {
    await this.#removeOld();
    const waiting = this.#byAge().filter((job) => job.owner === caller.name && !isOver(job));
    if (waiting.length >= MOST_WAITING) throw tooMany(MOST_WAITING);
    const organisations = [...caller.organisations];
    const query = await this.queries.of(input, { organisations });
    const { dataVersion, queryHash } = await this.figures.provenanceOf(query);
    const now = this.clock.now();
    const job: KeptJob = {
      ...{ ...input, id: randomUUID(), owner: caller.name, organisations, state: 'waiting', rows: 0, bytes: null },
      ...{ requestedAt: now.toISOString(), finishedAt: null, trouble: null, dataVersion, queryHash },
      expiresAt: new Date(now.getTime() + this.config.exports.days * DAY_MS).toISOString(),
    };
    await this.#keep(job);
    this.#queue(job.id);
    return shown(job);
  }

  async list(caller: Caller): Promise<ExportJob[]> {
    await this.#removeOld();
    return this.#byAge()
      .filter(({ owner }) => owner === caller.name)
      .reverse()
      .map(shown);
  }

  get(id: string, caller: Caller): ExportJob {
    return shown(this.#own(id, caller));
  }

  /** Where the finished file lies. */
  file(id: string, caller: Caller): { readonly path: string; readonly job: ExportJob } {
    const job = this.#own(id, caller);
    if (job.state !== 'done') throw notReady(job);
    return { path: this.#files.pathOf(id), job: shown(job) };
  }

  async remove(id: string, caller: Caller): Promise<void> {
    this.#own(id, caller);
    this.#jobs.delete(id);
    if (this.#running?.id === id) this.#running.stop.abort();
    else await this.#files.remove(id);
  }

  #own(id: string, caller: Caller): KeptJob {
    const job = this.#jobs.get(id);
    if (job === undefined || job.owner !== caller.name || this.#isOld(job)) throw unknownExport(id);
    return job;
  }

  #queue(id: string): void {
    this.#work = this.#work.then(() => this.#run(id));
  }

  async #run(id: string): Promise<void> {
    const job = this.#jobs.get(id);
    if (job === undefined || this.#isOver) return;
    const stop = new AbortController();
    this.#running = { id, stop };
    const { kind, query: text, format, organisations } = job;
    const told = (rows: number) => this.#jobs.has(id) && this.#jobs.set(id, { ...job, state: 'running', rows });
    try {
      told(0);
      const query = await this.queries.of({ kind, query: text }, { organisations });
      const path = this.#files.pathOf(id);
      const bytes = await writeTable({ warehouse: this.warehouse, query, format, path, signal: stop.signal, told });
      await this.#finish(id, { state: 'done', bytes });
    } catch (error) {
      // taken away meanwhile, or the process ends: then it is written anew after the next start
      if (!stop.signal.aborted) await this.#finish(id, { state: 'failed', trouble: troubleOf(error) });
    } finally {
      this.#running = undefined;
      if (!this.#jobs.has(id)) await this.#files.remove(id);
    }
  }

  async #finish(id: string, outcome: Partial<KeptJob>): Promise<void> {
    const job = this.#jobs.get(id);
    if (job !== undefined) await this.#keep({ ...job, ...outcome, finishedAt: this.clock.now().toISOString() });
  }

  async #keep(job: KeptJob): Promise<void> {
    await this.#files.save(job);
    this.#jobs.set(job.id, job);
  }

  #byAge(): KeptJob[] {
    return [...this.#jobs.values()].sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1));
  }

  #isOld = ({ expiresAt }: KeptJob) => Date.parse(expiresAt) <= this.clock.now().getTime();

  async #removeOld(): Promise<void> {
    const old = this.#byAge().filter((job) => isOver(job) && this.#isOld(job));
    for (const { id } of old) this.#jobs.delete(id);
    await Promise.all(old.map(({ id }) => this.#files.remove(id)));
  }
}

const isOver = ({ state }: KeptJob) => state === 'done' || state === 'failed';
const shown = ({ owner: _owner, organisations: _organisations, ...job }: KeptJob): ExportJob => job;
