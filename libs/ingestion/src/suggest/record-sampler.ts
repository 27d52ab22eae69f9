import { type Layout, Profile } from '@tocsin/contracts';
import type { Block } from '../cut/block.ts';
import { BlockReader } from '../file/block-reader.ts';
import { isTable } from '../layout/is-table.ts';
import { personKey } from '../hash/person-key.ts';
import type { RefusedRow } from '../file/refused-row.ts';
import { type Misfit, planFor } from '../profile/plan.ts';

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
 * Rows that are no records stand apart, with why.
 */
export class RecordSampler {
  readonly records: string[][] = [];
  /** Where each record stands, as a spreadsheet numbers rows. */
  readonly rowNumbers: number[] = [];
  /** Rows of the blocks taken that cannot be read as records: damaged, too wide, a quote that never closes. */
  readonly refused: RefusedRow[] = [];
  /** Why there are no records to be had: no header, or two columns of one name. */
  readonly misfit: Misfit | undefined;
  readonly #reader: BlockReader | undefined;
  readonly #most: number;

  constructor(layout: Layout, columns: readonly string[], most: number) {
    this.#most = most;
    const profile = anyTable(columns);
    const plan = planFor(profile, isTable(layout) ? columns : undefined);
    if ('code' in plan) {
      this.misfit = plan;
      return;
    }
    const clock = { timeZone: 'UTC', now: 0 };
    const options = { profile, plan, ...clock, batchId: 'sample', personKey: personKey('sample') };
    this.#reader = new BlockReader(layout, options, (cells, rowNumber) => {
      if (this.records.length >= this.#most) return;
      this.records.push(cells.slice(0, plan.columns.length));
      this.rowNumbers.push(rowNumber);
    });
  }

  /** Takes a block; false once there are records enough, or none can be had. */
  take(block: Block): boolean {
    if (this.#reader === undefined) return false;
    for (const row of this.#reader.readBlock(block).refused) this.refused.push(row);
    return this.records.length < this.#most;
  }
}
