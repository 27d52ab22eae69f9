import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ReferenceOutcome, ReferenceTable, ReferenceVersion } from '@tocsin/contracts';
import {
  type KeyedRow,
  type ReadReference,
  type ReferenceCells,
  type ReferenceChanges,
  isReadRow,
  readReferenceRow,
  referenceChanges,
  saidTwice,
} from '@tocsin/ingestion';
import {
  type Warehouse,
  nextReferenceVersion,
  referenceRows,
  referenceVersions,
  saveReference,
  settleReference,
} from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import { PipelineBell } from '../pipeline/bell.ts';
import { DataVersion } from '../present/data-version.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';

type Mode = ReferenceVersion['mode'];

/** A change that somebody asks for. */
export interface Asked {
  readonly by: string;
  readonly mode: Mode;
  /** The file's name, or what is restored. */
  readonly name: string;
  readonly dryRun?: boolean;
}

/** What becomes of a table, and what there is to say about single rows; a change that is only partial is not stored. */
interface Decided extends Partial<Pick<ReadReference, 'rejected' | 'marked'>> {
  readonly changes: ReferenceChanges;
  readonly isPartial?: boolean;
}

/** Changes reference tables, one change at a time: each is a version, and versions are never changed. */
@Injectable()
export class ReferenceService implements OnApplicationBootstrap {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly bell: PipelineBell,
    private readonly dataVersion: DataVersion,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await settleReference(this.warehouse);
  }

  /** Brings a file in that has been read; a replacement with a refused row stores nothing. */
  take(table: ReferenceTable, read: ReadReference, asked: Asked & { mode: 'merge' | 'replace' }) {
    return this.#change(table, asked, (current) => {
      const { taken, refused } = saidTwice(table, asked.mode === 'merge' ? current : [], read.rows);
      const rejected = [...read.rejected, ...refused.map(({ row: { row }, sentence }) => ({ row, sentence }))];
      rejected.sort((a, b) => a.row - b.row);
      const isPartial = asked.mode === 'replace' && rejected.length > 0;
      return { changes: referenceChanges(current, taken, asked), rejected, marked: read.marked, isPartial };
    });
  }

  /** Writes one row in the place of the row `key`, or adds it. */
  put(table: ReferenceTable, key: string, given: ReferenceCells, by: string): Promise<ReferenceOutcome> {
    const read = readReferenceRow(table, given);
    if (!isReadRow(read)) throw new Refusal('unprocessable', { detail: read });
    const marked = read.marks.map((sentence) => ({ row: 1, sentence }));
    return this.#change(table, { by, mode: 'row', name: read.key }, (current) => {
      const standing = current.filter((row) => row.key !== key);
      const [refused] = saidTwice(table, standing, [read]).refused;
      if (refused !== undefined) throw new Refusal('unprocessable', { detail: refused.sentence });
      return { changes: referenceChanges(current, [read], { mode: 'merge', gone: [key] }), marked };
    });
  }

  remove(table: ReferenceTable, key: string, by: string): Promise<ReferenceOutcome> {
    return this.#change(table, { by, mode: 'row', name: key }, (current) => {
      if (!current.some((row) => row.key === key)) throw new Refusal('not-found', { detail: noRow(key) });
      return { changes: referenceChanges(current, [], { mode: 'merge', gone: [key] }) };
    });
  }

  /** Makes the table what it was at a version. */
  async restore(table: ReferenceTable, version: number, by: string): Promise<ReferenceOutcome> {
    const earlier = await this.warehouse.rows(referenceRows({ table: table.name, version }));
    return this.#change(table, { by, mode: 'restore', name: String(version) }, (current) => ({
      changes: referenceChanges(current, earlier, { mode: 'replace' }),
    }));
  }

  #change(
    table: ReferenceTable,
    asked: Asked,
    decide: (current: readonly KeyedRow[]) => Decided,
  ): Promise<ReferenceOutcome> {
    return this.#inTurn(async () => {
      const [newest] = await this.warehouse.rows(referenceVersions(table.name));
      const decided = decide(await this.warehouse.rows(referenceRows({ table: table.name })));
      const { rejected = [], marked = [], isPartial = false } = decided;
      const { changes, ...counts } = decided.changes;
      const { added, changed, unchanged, removed } = counts;
      const dryRun = asked.dryRun === true || isPartial;
      const version =
        changes.length === 0 || dryRun
          ? (newest?.version ?? 0)
          : await this.#save(table, asked, newest, counts, changes);
      const accepted = added + changed + unchanged;
      const remarks = { rejected: [...rejected], marked: [...marked] };
      return { table: table.name, version, dryRun, accepted, added, changed, unchanged, removed, ...remarks };
    });
  }

  async #save(
    { name: table }: ReferenceTable,
    { by, mode, name }: Asked,
    newest: ReferenceVersion | undefined,
    { rows, added, changed, removed }: Omit<ReferenceChanges, 'changes'>,
    changes: ReferenceChanges['changes'],
  ): Promise<number> {
    const { next } = await this.warehouse.one(nextReferenceVersion(table));
    // What figures read keeps the younger of two rows: time must not stand still between versions.
    const at = new Date(Math.max(this.clock.now().getTime(), newest === undefined ? 0 : Date.parse(newest.at) + 1));
    const version = { version: next, at: at.toISOString(), by, mode, name, rows, added, changed, removed };
    await saveReference(this.warehouse, table, version, changes);
    await this.dataVersion.refresh();
    void this.bell.ring({ trigger: 'import' });
    return next;
  }

  /** Two changes at once would take the same number and each miss what the other did. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

const noRow = (key: string) => ({
  zh: `没有键为「${key}」的行：可能已被删除，请刷新后重试。`,
  en: `There is no row with the key "${key}": it may be gone already; look again.`,
});
