import { canonicalFields } from '@tocsin/contracts';
import type { Fault } from '../check/fault.ts';
import type { BlockResult } from '../file/block-reader.ts';
import { type DoubtfulRow, type RefusedRow, inWords, namedCells } from '../file/refused-row.ts';
import { refuser } from '../file/refuser.ts';
import { RecordMapper } from '../profile/record-mapper.ts';
import { allFaults } from '../row/all-faults.ts';
import type { RowOptions } from '../row/row-options.ts';
import { RowReader } from '../row/row-reader.ts';
import { valueGatherer } from './gather-values.ts';
import { grainKey } from './grain-scatter.ts';

interface SourceRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/**
 * The second half: makes one stored row out of all rows of a complaint, which `GrainScatter` has brought together. The
 * stored row's number is that of its first source row. Counts are of source rows: a complaint that is refused has all
 * its rows refused, each with the reasons.
 */
export class GrainGatherer {
  readonly #options: RowOptions;
  readonly #mapper: RecordMapper;
  readonly #rows: RowReader;
  readonly #gather: ReturnType<typeof valueGatherer>;
  readonly #refusedRow: ReturnType<typeof refuser>;

  constructor(options: RowOptions) {
    this.#options = options;
    this.#mapper = new RecordMapper(options.profile, options.plan, options.personKey);
    this.#rows = new RowReader(options);
    this.#gather = valueGatherer(options.profile);
    this.#refusedRow = refuser(options);
  }

  /** Reads the lines of one bucket, in the order of the file. */
  readBucket(lines: string): BlockResult {
    let rows = '';
    let read = 0;
    let accepted = 0;
    const refused: RefusedRow[] = [];
    const doubtful: DoubtfulRow[] = [];
    for (const group of this.#groups(lines)) {
      read += group.length;
      const [row, faults] = this.#readGroup(group);
      if (row !== undefined) {
        rows += row;
        accepted += group.length;
        const { doubts } = this.#rows;
        const complaintId = row.slice(0, row.indexOf('\t'));
        const rowNumber = group[0]?.rowNumber ?? 0;
        if (doubts.length > 0) doubtful.push({ rowNumber, complaintId, reasons: inWords(doubts) });
      } else for (const source of group) refused.push(this.#refused(source, faults));
    }
    return { rows, read, accepted, skipped: 0, refused, doubtful };
  }

  #groups(lines: string): Iterable<readonly SourceRow[]> {
    const groups = new Map<string, SourceRow[]>();
    for (let at = 0; at < lines.length;) {
      const until = lines.indexOf('\n', at);
      const [rowNumber, ...cells] = JSON.parse(lines.slice(at, until)) as [number, ...string[]];
      at = until + 1;
      // A record without a key stands by itself: no key ends in a row number.
      const key = grainKey(this.#options.plan, cells) || `\n${rowNumber}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ rowNumber, cells }]);
      else group.push({ rowNumber, cells });
    }
    return groups.values();
  }

  #readGroup(group: readonly SourceRow[]): readonly [row: string | undefined, faults: readonly Fault[]] {
    const unmapped: Fault[] = [];
    const values = group.map(({ cells }) => {
      const mapped = canonicalFields.map(() => '');
      this.#mapper.map(cells, mapped);
      unmapped.push(...this.#mapper.faults);
      return mapped;
    });
    const row = this.#rows.read(this.#gather(values), group[0]?.rowNumber ?? 0);
    if (row !== undefined && unmapped.length === 0) return [row, []];
    return [undefined, allFaults({ faults: unmapped }, this.#rows)];
  }

  #refused({ rowNumber, cells }: SourceRow, faults: readonly Fault[]): RefusedRow {
    return this.#refusedRow(rowNumber, faults, namedCells(this.#options.plan.columns, cells));
  }
}
