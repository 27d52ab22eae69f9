import { canonicalFields } from '@tocsin/contracts';
import type { Fault } from '../check/fault.ts';
import { RecordMapper } from '../profile/record-mapper.ts';
import { allFaults } from '../row/all-faults.ts';
import type { RowOptions } from '../row/row-options.ts';
import { RowReader } from '../row/row-reader.ts';
import type { StoredRow } from '../row/stored-columns.ts';
import { valueGatherer } from './gather-values.ts';
import { grainKey } from './grain-scatter.ts';

/** A record of the source, in the order of the plan's columns. */
export interface SourceRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** What became of the rows of one complaint. */
export interface ReadGroup {
  /** The stored row, which is used again for the next one; undefined when it was refused. */
  readonly row: StoredRow | undefined;
  readonly faults: readonly Fault[];
  readonly doubts: readonly Fault[];
  /** The canonical values it was made of, in the clear. */
  readonly values: readonly string[];
}

/** The rows of each complaint, in the order of its first row. A record without a key stands by itself. */
export function groupsOf(rows: Iterable<SourceRow>, plan: RowOptions['plan']): SourceRow[][] {
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) {
    // No key begins with a line end and a number.
    const key = grainKey(plan, row.cells) || `\n${row.rowNumber}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** Makes one stored row out of all rows of a complaint, each field by its own `gather`. */
export class GroupReader {
  readonly #mapper: RecordMapper;
  readonly #rows: RowReader;
  readonly #gather: ReturnType<typeof valueGatherer>;

  constructor(options: RowOptions) {
    this.#mapper = new RecordMapper(options.profile, options.plan, options.personKey);
    this.#rows = new RowReader(options);
    this.#gather = valueGatherer(options.profile);
  }

  read(group: readonly SourceRow[]): ReadGroup {
    const unmapped: Fault[] = [];
    const mapped = group.map(({ cells }) => {
      const one = canonicalFields.map(() => '');
      this.#mapper.map(cells, one);
      unmapped.push(...this.#mapper.faults);
      return one;
    });
    const values = this.#gather(mapped);
    const row = this.#rows.read(values, group[0]?.rowNumber ?? 0);
    if (row !== undefined && unmapped.length === 0) return { row, faults: [], doubts: [...this.#rows.doubts], values };
    return { row: undefined, faults: allFaults({ faults: unmapped }, this.#rows), doubts: [], values };
  }
}
