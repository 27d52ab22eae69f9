import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Engine, startEngine } from '@tocsin/engine';
import {
  type ImportRecord,
  type Warehouse,
  breakdown,
  coverage,
  dirtyMonths,
  openWarehouse,
  rollUp,
  series,
  unfinishedImports,
  wholeCompany,
} from '@tocsin/warehouse';
import { ComplaintFilter, type Dimension } from '@tocsin/contracts';
import { PipelineBell } from '../pipeline/bell.ts';
import { ImportsUnderWay } from '../pipeline/imports-under-way.ts';
import { Audit } from '../identity/audit.ts';
import { ImportsService } from './imports.service.ts';
import { Inbox } from './inbox/inbox.ts';
import { InspectionsService } from './inspect/inspections.service.ts';
import { ProfilesService } from './profiles/profiles.service.ts';
import { type Step, workBatch } from './work/batch-work.ts';
import { ImportThreads } from './work/import-threads.ts';

interface Handing {
  readonly profile?: string;
  readonly key?: string;
  readonly name?: string;
  readonly dryRun?: boolean;
  readonly maxRejectedShare?: number;
}

/** Ingest and roll up over a real engine in a directory of its own, without HTTP and with a clock that stands still. */
export class IngestBench {
  now = new Date('2026-03-15T04:00:00.000Z');
  readonly underWay = new ImportsUnderWay();
  readonly #threads = new ImportThreads(2);
  readonly #clock = { now: () => this.now };
  readonly #inspections: InspectionsService;
  #imports: ImportsService | undefined;
  #inbox: Inbox | undefined;

  private constructor(
    readonly directory: string,
    readonly engine: Engine,
    readonly warehouse: Warehouse,
  ) {
    const profiles = new ProfilesService(warehouse, this.#clock, new Audit(warehouse, this.#clock));
    this.#inspections = new InspectionsService({ timeZone: 'Asia/Shanghai' }, this.#clock, profiles);
  }

  static async open(): Promise<IngestBench> {
    const directory = await mkdtemp(join(tmpdir(), 'tocsin-ingest-'));
    const engine = await startEngine({ directory });
    const { url, username, password } = engine;
    const now = () => new Date('2026-03-15T04:00:00.000Z');
    const zone = { database: 'tocsin', timeZone: 'Asia/Shanghai', now };
    const bench = new IngestBench(directory, engine, await openWarehouse({ url, username, password, ...zone }));
    await bench.restart();
    return bench;
  }

  async close(): Promise<void> {
    await this.#inspections.onApplicationShutdown();
    await this.#threads.close();
    await this.warehouse.close();
    await this.engine.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** What a new process does: a fresh inbox and service over what lies on disk. */
  async restart(): Promise<void> {
    this.#inbox = new Inbox(this.directory, { maxBytes: 2 ** 30, maxFiles: 8 });
    this.#imports = new ImportsService(
      this.warehouse,
      this.#clock,
      this.#inbox,
      new PipelineBell(),
      this.#inspections,
      this.#threads,
    );
    await this.#imports.onModuleInit();
  }

  get inbox(): Inbox {
    if (this.#inbox === undefined) throw new Error('not open');
    return this.#inbox;
  }

  get imports(): ImportsService {
    if (this.#imports === undefined) throw new Error('not open');
    return this.#imports;
  }

  /** Hands a file in, as the door does. */
  async receive(content: string | Buffer, more: Handing = {}) {
    const { profile = 'canonical', key = '', name = '', dryRun = false, maxRejectedShare = 1 } = more;
    const sent = { contentType: 'text/csv', contentEncoding: '', requestedBy: 'test' };
    const body = Readable.from([Buffer.from(content)], { objectMode: false });
    return this.imports.receive({
      body,
      announced: 0,
      name,
      profile,
      idempotencyKey: key,
      ...{ ...sent, dryRun, maxRejectedShare },
    });
  }

  /** Imports what waits and rolls up what it touched; `until` breaks off after that step, as a crash would. */
  async run(until?: Step): Promise<ImportRecord[]> {
    const done: ImportRecord[] = [];
    for (const batch of await this.warehouse.rows(unfinishedImports())) {
      const record = await workBatch(batch, {
        warehouse: this.warehouse,
        inbox: this.inbox,
        threads: this.#threads,
        clock: { now: () => this.now },
        timeZone: 'Asia/Shanghai',
        hashKey: 'a key of sixteen characters and more',
        underWay: this.underWay,
        originals: { key: 'another key of the test', days: 30 },
        reached: (step) => {
          if (step === until) throw new Error(`crash after ${step}`);
        },
      });
      done.push(record);
    }
    await rollUp(this.warehouse, await this.warehouse.rows(dirtyMonths()));
    return done;
  }

  async import(content: string | Buffer, more: Handing = {}): Promise<ImportRecord> {
    await this.receive(content, more);
    const [record] = await this.run();
    if (record === undefined) throw new Error('nothing was imported');
    return record;
  }

  /** Complaints by month and code of a dimension, from the cubes: `{ '2026-01-01 life': 3 }`; zeros left out. */
  async byMonth(split: Dimension, from = '2010-01-01', until = '2027-01-01'): Promise<Record<string, number>> {
    const question = {
      measure: 'complaints',
      filter: filterOf(from, until),
      scope: wholeCompany,
      by: 'month',
    } as const;
    const covered = await this.warehouse.one(coverage());
    const points = await this.warehouse.rows(series({ ...question, split, today: '2026-03-15', covered }));
    const counted = points.filter(({ value }) => Number(value) > 0);
    return Object.fromEntries(counted.map((point) => [`${point.at} ${point.split}`, Number(point.value)]));
  }

  /** Complaints in all, from the cubes. */
  async total(from = '2010-01-01', until = '2027-01-01'): Promise<number> {
    const day = { from, until };
    const rows = await this.warehouse.rows(
      breakdown({
        measure: 'complaints',
        filter: filterOf(from, until),
        scope: wholeCompany,
        by: 'source',
        limit: 10,
        today: '2026-03-15',
        covered: await this.warehouse.one(coverage()),
        comparisons: { yearBefore: day, periodBefore: day },
      }),
    );
    return rows.reduce((sum, { value }) => sum + Number(value), 0);
  }
}

const filterOf = (from: string, until: string): ComplaintFilter => ComplaintFilter.parse({ from, until });
