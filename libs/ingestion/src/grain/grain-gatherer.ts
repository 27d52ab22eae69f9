import type { BlockResult } from '../file/block-reader.ts';
import { type DoubtfulRow, type RefusedRow, namedCells, shownFault } from '../file/refused-row.ts';
import { refuser } from '../file/refuser.ts';
import { RowColumns } from '../row/row-columns.ts';
import type { RowOptions } from '../row/row-options.ts';
import { columnIndex } from '../row/stored-columns.ts';
import { GroupReader, type SourceRow, groupsOf } from './group-reader.ts';

/**
 * The second half: makes one stored row out of all rows of a complaint, which `GrainScatter` has brought together. The
 * stored row's number is that of its first source row. Counts are of source rows: a complaint that is refused has all
 * its rows refused, each with the reasons.
 */
export class GrainGatherer {
  readonly #options: RowOptions;
  readonly #reader: GroupReader;
  readonly #refusedRow: ReturnType<typeof refuser>;
  readonly #rows = new RowColumns();

  constructor(options: RowOptions) {
    this.#options = options;
    this.#reader = new GroupReader(options);
    this.#refusedRow = refuser(options);
  }

  /** Reads the lines of one bucket, in the order of the file. */
  readBucket(lines: string): BlockResult {
    let read = 0;
    let accepted = 0;
    const refused: RefusedRow[] = [];
    const doubtful: DoubtfulRow[] = [];
    const gathered = new Map<number, number>();
    const { plan } = this.#options;
    for (const group of groupsOf(sourceRows(lines), plan)) {
      read += group.length;
      const { row, faults, doubts } = this.#reader.read(group);
      if (row === undefined) {
        for (const { rowNumber, cells } of group) {
          refused.push(this.#refusedRow(rowNumber, faults, namedCells(plan.columns, cells)));
        }
        continue;
      }
      this.#rows.add(row);
      accepted += group.length;
      const rowNumber = group[0]?.rowNumber ?? 0;
      gathered.set(rowNumber, group.length);
      const complaintId = row[columnIndex.complaint_id] ?? '';
      if (doubts.length > 0) doubtful.push({ rowNumber, complaintId, reasons: doubts.map(shownFault) });
    }
    return { rows: this.#rows.take(), read, accepted, skipped: 0, skips: {}, refused, doubtful, gathered };
  }
}

/** The records that lie in a bucket, one at a time. */
function* sourceRows(lines: string): Generator<SourceRow> {
  for (let at = 0; at < lines.length;) {
    const until = lines.indexOf('\n', at);
    const [rowNumber, ...cells] = JSON.parse(lines.slice(at, until)) as [number, ...string[]];
    yield { rowNumber, cells };
    at = until + 1;
  }
}
