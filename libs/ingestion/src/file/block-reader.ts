import { type Encoding, type Layout, canonicalFields } from '@tocsin/contracts';
import type { Fault } from '../check/fault.ts';
import type { Block } from '../cut/block.ts';
import { isTable } from '../layout/is-table.ts';
import { isNoteRow } from '../layout/note-row.ts';
import { forEachArrowRecord } from '../parse/arrow-records.ts';
import { forEachCsvRecord } from '../parse/csv-records.ts';
import { SheetRows } from '../parse/sheet-rows.ts';
import { RecordMapper } from '../profile/record-mapper.ts';
import { fieldIndex } from '../row/field-index.ts';
import { RowReader } from '../row/row-reader.ts';
import { allFaults } from '../row/all-faults.ts';
import type { RowOptions } from '../row/row-options.ts';
import { type BlockResult, BlockTally, type SkipReason } from './block-tally.ts';
import { readJsonRow } from './json-row.ts';
import { isBroken, openText } from './open-text.ts';
import { namedCells, shownFault } from './refused-row.ts';
import { refuser } from './refuser.ts';
import { type SheetListener, readSheetBlock } from './sheet-records.ts';

export type { BlockResult, SkipReason };

/** `cells` in the order of the plan's columns; re-used for the next record. */
export type OnRecord = (cells: readonly string[], rowNumber: number) => void;

/** Reads the blocks of one file, in any order: all a worker thread has to do. Keeps nothing from block to block. */
export class BlockReader {
  readonly #layout: Layout;
  readonly #options: RowOptions;
  readonly #divert: OnRecord | undefined;
  readonly #rows: RowReader;
  readonly #mapper: RecordMapper;
  readonly #values: string[];
  readonly #jsonRecord: string[] = [];
  readonly #tally = new BlockTally();
  readonly #refusedRow: ReturnType<typeof refuser>;
  #sheet: SheetRows | undefined;

  /** With `divert` whole records go there instead, to be read later, and count as nothing yet. */
  constructor(layout: Layout, options: RowOptions, divert?: OnRecord) {
    this.#divert = divert;
    this.#layout = layout;
    this.#options = options;
    this.#rows = new RowReader(options);
    this.#refusedRow = refuser(options);
    this.#mapper = new RecordMapper(options.profile, options.plan, options.personKey);
    this.#values = canonicalFields.map(() => '');
  }

  /** Blocks of UTF-16 have become UTF-8 on their way. */
  get #encoding(): Encoding {
    return this.#layout.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  }

  readBlock(block: Block): BlockResult {
    const { kind, bytes } = block;
    this.#tally.begin(block.firstRow);
    if (this.#layout.format === 'parquet' || this.#layout.format === 'arrow') this.#readColumns(bytes);
    else if (block.sheet !== undefined) {
      this.#sheet ??= new SheetRows(block.sheet);
      readSheetBlock(this.#sheet, block, this.#layout.headerRow, this.#sheetListener);
    } else this.#readText(kind, bytes);
    return this.#tally.result();
  }

  #readText(kind: Block['kind'], bytes: Uint8Array): void {
    const { text, damaged } = openText(bytes, this.#encoding);
    if (kind === 'broken') this.#refuseLine(text);
    else if (kind === 'titles') this.#skipTitles(text);
    else if (isTable(this.#layout)) this.#readCsv(text, damaged);
    else this.#readJson(text, damaged);
  }

  #readColumns(bytes: Uint8Array): void {
    const width = this.#options.plan.columns.length;
    forEachArrowRecord(bytes, (cells) => {
      if (isBlank(cells, width)) this.#tally.skip('blank');
      else this.#takeCells(cells, width);
    });
  }

  #takeCells(cells: readonly string[], count: number): void {
    const faults = this.#take(cells);
    if (faults.length > 0) this.#refuse(faults, this.#csvCells(cells, count));
  }

  #readCsv(text: string, damaged: boolean): void {
    const width = this.#options.plan.columns.length;
    const { delimiter, footer } = this.#layout;
    forEachCsvRecord(text, delimiter, (cells, count, from, until) => {
      if (isBlank(cells, count)) this.#tally.skip('blank');
      else if (footer && isNoteRow(cells, count, width)) this.#tally.skip('note');
      else if (damaged && isBroken(text.slice(from, until))) {
        this.#refuse([this.#badEncoding()], this.#csvCells(cells, count));
      } else if (count !== width) this.#refuseWidth(cells, count);
      else this.#takeCells(cells, count);
    });
  }

  readonly #sheetListener: SheetListener = {
    blank: (number) => this.#at(number).#tally.skip('blank'),
    title: (number) => this.#at(number).#tally.skip('title'),
    record: (cells, count, number) => this.#at(number).#takeSheetRow(cells, count),
    damaged: (cells, count, number) => {
      const fault: Fault = { code: 'damaged-row', field: '', value: '', expected: '' };
      this.#at(number).#refuse([fault], this.#csvCells(cells, count));
    },
  };

  #at(rowNumber: number): this {
    this.#tally.rowNumber = rowNumber;
    return this;
  }

  /** A sheet leaves out the empty cells at a row's end. */
  #takeSheetRow(cells: readonly string[], count: number): void {
    const width = this.#options.plan.columns.length;
    if (isBlank(cells, count)) this.#tally.skip('blank');
    else if (this.#layout.footer && isNoteRow(cells, count, width)) this.#tally.skip('note');
    else if (count > width) this.#refuseWidth(cells, count);
    else this.#takeCells(count === width ? cells : padded(cells, count, width), width);
  }

  #refuseWidth(cells: readonly string[], count: number): void {
    const expected = String(this.#options.plan.columns.length);
    this.#refuse([{ code: 'cell-count', field: '', value: String(count), expected }], this.#csvCells(cells, count));
  }

  #readJson(text: string, damaged: boolean): void {
    for (let at = 0; at < text.length;) {
      const lf = text.indexOf('\n', at);
      const until = lf < 0 ? text.length : lf;
      const line = text.slice(at, until).trim();
      at = until + 1;
      if (line === '') this.#tally.skip('blank');
      else if (damaged && isBroken(line)) this.#refuse([this.#badEncoding()], this.#lineCell(line));
      else {
        const row = readJsonRow(line, this.#options.plan, this.#jsonRecord);
        const faults = row.faults.length > 0 ? row.faults : this.#take(this.#jsonRecord);
        if (faults.length > 0) this.#refuse(faults, row.shown() ?? this.#lineCell(line));
      }
    }
  }

  #refuseLine(text: string): void {
    const code = isTable(this.#layout) ? 'unclosed-quote' : 'not-json';
    this.#refuse([{ code, field: '', value: '', expected: '' }], this.#lineCell(text.trimEnd()));
  }

  #skipTitles(text: string): void {
    forEachCsvRecord(text, this.#layout.delimiter, (_, count) => this.#tally.skip(count === 0 ? 'blank' : 'title'));
  }

  /** Maps, checks and writes a record. What was wrong with it; nothing when it was taken. */
  #take(cells: readonly string[]): readonly Fault[] {
    const { rowNumber } = this.#tally;
    if (this.#divert !== undefined) {
      this.#divert(cells, rowNumber);
      this.#tally.rowNumber += 1;
      return NOTHING;
    }
    this.#mapper.map(cells, this.#values);
    const row = this.#rows.read(this.#values, rowNumber);
    if (row === undefined || this.#mapper.faults.length > 0) return allFaults(this.#mapper, this.#rows);
    const { doubts } = this.#rows;
    if (doubts.length === 0) this.#tally.accept(row);
    else {
      const complaintId = this.#values[fieldIndex.complaint_id] ?? '';
      this.#tally.accept(row, { rowNumber, complaintId, reasons: doubts.map(shownFault) });
    }
    return NOTHING;
  }

  #refuse(faults: readonly Fault[], cells: Readonly<Record<string, string>>): void {
    this.#tally.refuse(this.#refusedRow(this.#tally.rowNumber, faults, cells));
  }

  #badEncoding(): Fault {
    return {
      code: 'bad-encoding',
      field: '',
      value: '',
      expected: this.#layout.encoding.toUpperCase(),
    };
  }

  #csvCells(cells: readonly string[], count: number): Record<string, string> {
    return namedCells(this.#options.plan.columns, cells.slice(0, count));
  }

  #lineCell(line: string): Record<string, string> {
    return { line };
  }
}

const NOTHING: readonly Fault[] = [];

const padded = (cells: readonly string[], count: number, width: number): string[] =>
  Array.from({ length: width }, (_, place) => (place < count ? (cells[place] ?? '') : ''));

function isBlank(cells: readonly string[], count: number): boolean {
  for (let place = 0; place < count; place++) if ((cells[place] ?? '').trim() !== '') return false;
  return true;
}
