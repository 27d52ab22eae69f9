import { canonicalFields } from '@tocsin/contracts';
import type { Fault } from '../check/fault.ts';
import type { Block } from '../cut/block.ts';
import { forEachCsvRecord } from '../parse/csv-records.ts';
import { assumedLayout } from '../profile/assumed-layout.ts';
import { RecordMapper } from '../profile/record-mapper.ts';
import { fieldIndex } from '../row/field-index.ts';
import { RowReader } from '../row/row-reader.ts';
import { allFaults } from '../row/all-faults.ts';
import type { RowOptions } from '../row/row-options.ts';
import type { FileFormat } from './file-format.ts';
import { type JsonRow, readJsonRow } from './json-row.ts';
import { isBroken, openText } from './open-text.ts';
import { type DoubtfulRow, type RefusedRow, inWords, namedCells } from './refused-row.ts';
import { refuser } from './refuser.ts';

/** What became of the rows of one block. `read` = `accepted` + `refused.length` + `skipped`. */
export interface BlockResult {
  /** TabSeparated rows in the order of `storedColumns`. */
  readonly rows: string;
  readonly read: number;
  readonly accepted: number;
  /** Blank lines. */
  readonly skipped: number;
  readonly refused: readonly RefusedRow[];
  /** Accepted rows that a person should look at. */
  readonly doubtful: readonly DoubtfulRow[];
  /** With a grain, by the number of a stored row: how many source rows it was made of. */
  readonly gathered?: ReadonlyMap<number, number>;
}

/** `cells` in the order of the plan's columns; re-used for the next record. */
export type OnRecord = (cells: readonly string[], rowNumber: number) => void;

/** Reads the blocks of one file, in any order: all a worker thread has to do. Keeps nothing from block to block. */
export class BlockReader {
  readonly #format: FileFormat;
  readonly #options: RowOptions;
  readonly #divert: OnRecord | undefined;
  readonly #rows: RowReader;
  readonly #mapper: RecordMapper;
  readonly #values: string[];
  readonly #jsonRecord: string[] = [];
  #out = '';
  #rowNumber = 0;
  #read = 0;
  #accepted = 0;
  #skipped = 0;
  #refused: RefusedRow[] = [];
  #doubtful: DoubtfulRow[] = [];
  readonly #refusedRow: ReturnType<typeof refuser>;

  /** With `divert` whole records go there instead, to be read later, and count as nothing yet. */
  constructor(format: FileFormat, options: RowOptions, divert?: OnRecord) {
    this.#divert = divert;
    this.#format = format;
    this.#options = options;
    this.#rows = new RowReader(options);
    this.#refusedRow = refuser(options);
    this.#mapper = new RecordMapper(options.profile, options.plan, options.personKey);
    this.#values = canonicalFields.map(() => '');
  }

  readBlock({ kind, bytes, firstRow }: Block): BlockResult {
    this.#out = '';
    this.#rowNumber = firstRow;
    this.#read = this.#accepted = this.#skipped = 0;
    this.#refused = [];
    this.#doubtful = [];
    const { text, damaged } = openText(bytes, assumedLayout(this.#options.profile).encoding);
    if (kind === 'broken') this.#refuseLine(text);
    else if (this.#format === 'csv') this.#readCsv(text, damaged);
    else this.#readJson(text, damaged);
    const { length } = this.#refused;
    return {
      rows: this.#out,
      read: this.#read,
      accepted: this.#accepted,
      skipped: this.#skipped,
      refused: length > 0 ? this.#refused : [],
      doubtful: this.#doubtful,
    };
  }

  #readCsv(text: string, damaged: boolean): void {
    const { plan, profile } = this.#options;
    const width = plan.columns.length;
    forEachCsvRecord(text, assumedLayout(profile).delimiter, (cells, count, from, until) => {
      if (count === 0) this.#skip();
      else if (damaged && isBroken(text.slice(from, until))) {
        this.#refuse([this.#badEncoding()], this.#csvCells(cells, count));
      } else if (count !== width) {
        const fault: Fault = { code: 'cell-count', field: '', value: String(count), expected: String(width) };
        this.#refuse([fault], this.#csvCells(cells, count));
      } else {
        const faults = this.#take(cells);
        if (faults.length > 0) this.#refuse(faults, this.#csvCells(cells, count));
      }
    });
  }

  #readJson(text: string, damaged: boolean): void {
    for (let at = 0; at < text.length;) {
      const lf = text.indexOf('\n', at);
      const until = lf < 0 ? text.length : lf;
      const line = text.slice(at, until).trim();
      at = until + 1;
      if (line === '') this.#skip();
      else if (damaged && isBroken(line)) this.#refuse([this.#badEncoding()], this.#lineCell(line));
      else {
        const row = readJsonRow(line, this.#options.plan, this.#jsonRecord);
        const faults = row.faults.length > 0 ? row.faults : this.#take(this.#jsonRecord);
        if (faults.length > 0) this.#refuse(faults, this.#jsonCells(row, line));
      }
    }
  }

  #refuseLine(text: string): void {
    const code = this.#format === 'csv' ? 'unclosed-quote' : 'not-json';
    this.#refuse([{ code, field: '', value: '', expected: '' }], this.#lineCell(text.trimEnd()));
  }

  #skip(): void {
    this.#read += 1;
    this.#skipped += 1;
    this.#rowNumber += 1;
  }

  /** Maps, checks and writes a record. What was wrong with it; nothing when it was taken. */
  #take(cells: readonly string[]): readonly Fault[] {
    if (this.#divert !== undefined) {
      this.#divert(cells, this.#rowNumber);
      this.#rowNumber += 1;
      return NOTHING;
    }
    this.#mapper.map(cells, this.#values);
    const row = this.#rows.read(this.#values, this.#rowNumber);
    if (row === undefined || this.#mapper.faults.length > 0) return allFaults(this.#mapper, this.#rows);
    this.#out += row;
    const { doubts } = this.#rows;
    if (doubts.length > 0) {
      const complaintId = this.#values[fieldIndex.complaint_id] ?? '';
      this.#doubtful.push({ rowNumber: this.#rowNumber, complaintId, reasons: inWords(doubts) });
    }
    this.#read += 1;
    this.#accepted += 1;
    this.#rowNumber += 1;
    return NOTHING;
  }

  #refuse(faults: readonly Fault[], cells: Readonly<Record<string, string>>): void {
    this.#refused.push(this.#refusedRow(this.#rowNumber, faults, cells));
    this.#read += 1;
    this.#rowNumber += 1;
  }

  #badEncoding(): Fault {
    return {
      code: 'bad-encoding',
      field: '',
      value: '',
      expected: assumedLayout(this.#options.profile).encoding.toUpperCase(),
    };
  }

  #csvCells(cells: readonly string[], count: number): Record<string, string> {
    return namedCells(this.#options.plan.columns, cells.slice(0, count));
  }

  #jsonCells(row: JsonRow, line: string): Record<string, string> {
    if (row.keys.length === 0) return this.#lineCell(line);
    return namedCells(row.keys, row.texts);
  }

  #lineCell(line: string): Record<string, string> {
    return { line };
  }
}

const NOTHING: readonly Fault[] = [];
