import { type Layout, Profile } from '@tocsin/contracts';
import type { Block } from '../cut/block.ts';
import { BlockReader } from '../file/block-reader.ts';
import { isTable } from '../layout/is-table.ts';
import { personKey } from '../hash/person-key.ts';
import { planFor } from '../profile/plan.ts';

/** Names every column of a table without knowing what it means. */
const anyTable = (columns: readonly string[]): Profile =>
  Profile.parse({
    name: 'any',
    label: { zh: '任意表格', en: 'Any table' },
    dates: ['iso'],
    fields: {},
    constants: { complaint_id: '-', received_at: '-', source: 'self' },
    grain: { by: columns.filter((name) => name.trim() !== '') },
    otherColumns: 'ignore',
  });

/**
 * The first records of a file as its cells stand there, before any profile is known: what a profile is suggested from.
 * Rows that are no records are left out.
 */
export class RecordSampler {
  readonly records: string[][] = [];
  /** Where each record stands, as a spreadsheet numbers rows. */
  readonly rowNumbers: number[] = [];
  readonly #reader: BlockReader | undefined;
  readonly #most: number;

  constructor(layout: Layout, columns: readonly string[], most: number) {
    this.#most = most;
    const profile = anyTable(columns);
    const plan = planFor(profile, isTable(layout) ? columns : undefined);
    if ('code' in plan) return;
    const clock = { timeZone: 'UTC', now: 0 };
    const options = { profile, plan, ...clock, batchId: 'sample', personKey: personKey('sample') };
    this.#reader = new BlockReader(layout, options, (cells, rowNumber) => {
      if (this.records.length >= this.#most) return;
      this.records.push(cells.slice(0, plan.columns.length));
      this.rowNumbers.push(rowNumber);
    });
  }

  /** Takes a block; false once there are records enough, or none can be had (two columns of one name). */
  take(block: Block): boolean {
    this.#reader?.readBlock(block);
    return this.#reader !== undefined && this.records.length < this.#most;
  }
}
