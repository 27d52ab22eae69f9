import { type CanonicalFieldName, type Layout, type Preview, type Sentence, canonicalFields } from '@tocsin/contracts';
import type { Block } from '../cut/block.ts';
import { BlockReader } from '../file/block-reader.ts';
import { type RefusedReason, inWords, shownValue } from '../file/refused-row.ts';
import { GroupReader, type ReadGroup, type SourceRow, groupsOf } from '../grain/group-reader.ts';
import type { RowOptions } from '../row/row-options.ts';
import { type StoredColumn, type StoredRow, storedColumns } from '../row/stored-columns.ts';

type PreviewRow = Preview['rows'][number];
type Outcome = PreviewRow['outcome'];

/** As much of a cell is shown. */
const SHOWN = 200;

/**
 * What would become of a file's first rows under a profile, row by row, with nothing stored: source cells and canonical
 * values, both masked. Rows of one complaint that stand beyond the part looked at are not gathered with those in it.
 */
export class Previewer {
  readonly #options: RowOptions;
  readonly #reader: BlockReader;
  readonly #groups: GroupReader;
  readonly #records: SourceRow[] = [];
  readonly #others: PreviewRow[] = [];
  readonly #most: number;
  #skipped = 0;
  #full = false;

  /** Looks at no more than `most` rows. */
  constructor(layout: Layout, options: RowOptions, most: number) {
    this.#options = options;
    this.#most = most;
    this.#groups = new GroupReader(options);
    this.#reader = new BlockReader(layout, options, (cells, rowNumber) => {
      if (this.#records.length + this.#others.length >= most) this.#full = true;
      else this.#records.push({ rowNumber, cells: cells.slice(0, options.plan.columns.length) });
    });
  }

  /** Takes a block; false once enough rows have been looked at. */
  take(block: Block): boolean {
    const { refused, skipped } = this.#reader.readBlock(block);
    for (const { rowNumber, reasons, raw } of refused) {
      if (this.#others.length + this.#records.length >= this.#most) break;
      const cells = Object.values(JSON.parse(raw) as Record<string, string>).map(short);
      this.#others.push({ row: rowNumber, outcome: 'rejected', cells, values: {}, reasons: reasons.map(shownReason) });
    }
    this.#skipped += skipped;
    return !this.#full;
  }

  /** The first `rows` rows with what became of each, and counts over all that were looked at. */
  result(rows: number): Omit<Preview, 'misfit'> {
    const { profile, plan } = this.#options;
    const groups = profile.grain === undefined ? this.#records.map((row) => [row]) : groupsOf(this.#records, plan);
    const counts = { accepted: 0, warned: 0, rejected: this.#others.length, skipped: this.#skipped };
    const all = [...this.#others];
    for (const group of groups) {
      const read = this.#groups.read(group);
      const outcome: Outcome = read.row === undefined ? 'rejected' : read.doubts.length > 0 ? 'warned' : 'accepted';
      counts[outcome === 'rejected' ? 'rejected' : 'accepted'] += group.length;
      if (outcome === 'warned') counts.warned += 1;
      for (const row of group) all.push(this.#shown(row, outcome, read));
    }
    all.sort((a, b) => a.row - b.row);
    const seen = this.#records.length + this.#others.length + this.#skipped;
    return { rows: all.slice(0, rows), columns: [...plan.columns], seen, counts };
  }

  #shown({ rowNumber, cells }: SourceRow, outcome: Outcome, read: ReadGroup): PreviewRow {
    const { columns, fieldOfKey } = this.#options.plan;
    const fieldOf = (place: number) => canonicalFields[fieldOfKey.get(columns[place] ?? '') ?? -1]?.name ?? '';
    return {
      row: rowNumber,
      outcome,
      cells: cells.map((cell, place) => short(shownValue(fieldOf(place), cell.trim()))),
      values: read.row === undefined ? givenValues(read.values) : this.#storedValues(read.row),
      reasons: inWords([...read.faults, ...read.doubts]).map(shownReason),
    };
  }

  /** As they would be stored; moments as the wall clock of the product's zone shows them. */
  #storedValues(row: StoredRow): Record<string, string> {
    const shown: Record<string, string> = {};
    canonicalFields.forEach(({ name, type }) => {
      const place = storedColumns.indexOf(name as StoredColumn);
      const text = (place >= 0 && !HIDDEN.has(name) && row[place]) || '';
      if (text !== '' && text !== '[]') {
        shown[name] = type === 'instant' ? wallClock(Number(text), this.#options.timeZone) : short(text);
      }
    });
    return shown;
  }
}

/** Hashes, and what the import itself fills in. */
const HIDDEN = new Set<CanonicalFieldName>(['agent', 'version', 'arrived_at']);

function givenValues(values: readonly string[]): Record<string, string> {
  const given = canonicalFields.map(({ name }, place) => [name, values[place] ?? ''] as const);
  return Object.fromEntries(
    given.filter(([, value]) => value !== '').map(([name, value]) => [name, short(shownValue(name, value))]),
  );
}

const wallClock = (seconds: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(seconds * 1000),
  );

const shownReason = ({
  code,
  field,
  sentence,
}: RefusedReason): { code: string; field: string; sentence: Sentence } => ({
  ...{ code, field, sentence },
});
const short = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
