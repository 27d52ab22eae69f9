import type { Block } from './block.ts';
import { RecordScan } from './record-scan.ts';

export interface CutOptions {
  /** CSV: the character between cells. NDJSON has none, and no header. */
  readonly delimiter?: string;
  /** CSV: the row that names the columns, 1 by default; 0 where there is none. Rows above it are titles. */
  readonly headerRow?: number;
  /** About how large a block becomes; at most this plus one record. */
  readonly blockBytes?: number;
  /** A record that has not ended after so many bytes is broken. */
  readonly maxRecordBytes?: number;
}

const MIB = 2 ** 20;
/** As much of a broken line is kept to be shown. */
const SHOWN_BYTES = 4096;

/**
 * Cuts a file, handed over in pieces of any size, into blocks of whole records (see Block).
 *
 * Every byte of the file lands in exactly one block, except the byte-order mark and the tail of broken lines longer
 * than 4 KiB. However the file is pieced, its records, their order and their row numbers are the same; only where one block ends
 * and the next begins may differ. Memory stays below `blockBytes` + `maxRecordBytes`, doubled at worst.
 */
export class RecordCutter {
  readonly #blockBytes: number;
  readonly #maxRecordBytes: number;
  readonly #scan: RecordScan;
  #buffer = new Uint8Array(64 * 1024);
  #length = 0;
  #row = 1;
  /** Titles that stand above the header and have not been cut yet. */
  #titlesDue: number;
  #headerDue: boolean;
  #markDue = true;
  /** Inside the rest of a line that was given up. */
  #skipping = false;

  constructor(options: CutOptions) {
    this.#blockBytes = options.blockBytes ?? MIB;
    this.#maxRecordBytes = options.maxRecordBytes ?? MIB;
    const headerRow = options.delimiter === undefined ? 0 : (options.headerRow ?? 1);
    this.#headerDue = headerRow > 0;
    this.#titlesDue = Math.max(0, headerRow - 1);
    this.#scan = new RecordScan(options.delimiter?.charCodeAt(0));
  }

  /** Takes the next piece; yields the blocks that are now complete. The piece may be re-used afterwards. */
  *push(piece: Uint8Array): Generator<Block> {
    for (let at = 0; at < piece.length; at += this.#blockBytes) {
      this.#append(piece.subarray(at, at + this.#blockBytes));
      if (this.#headerDue) yield* this.#takeHeader(false);
      if (!this.#headerDue && this.#length >= this.#blockBytes) yield* this.#takeRecords();
      while (this.#length - this.#scan.end > this.#maxRecordBytes) yield* this.#giveUpLine(false);
    }
  }

  /** The file is over: yields what is left, its last record with or without a line end. */
  *end(): Generator<Block> {
    this.#stripMark(true);
    if (this.#headerDue) yield* this.#takeHeader(true);
    while (this.#length > 0) {
      this.#scan.scan(this.#buffer, this.#length);
      if (!this.#scan.insideQuotes) {
        yield this.#take('records', this.#length, this.#scan.records);
        return;
      }
      if (this.#scan.end > 0) yield this.#take('records', this.#scan.end, this.#scan.records);
      yield* this.#giveUpLine(true);
    }
  }

  *#takeHeader(last: boolean): Generator<Block> {
    if (this.#titlesDue > 0) {
      this.#scan.scan(this.#buffer, this.#length, this.#titlesDue);
      const { end, records } = this.#scan;
      if (records < this.#titlesDue && !last) return;
      this.#titlesDue = 0;
      if (end > 0) yield this.#take('titles', end, records);
    }
    this.#scan.scan(this.#buffer, this.#length, 1);
    const { end, insideQuotes } = this.#scan;
    if (end > 0) yield this.#take('header', end, 1);
    else if (last && this.#length > 0 && !insideQuotes) yield this.#take('header', this.#length, 1);
    else return;
    this.#headerDue = false;
  }

  *#takeRecords(): Generator<Block> {
    this.#scan.scan(this.#buffer, this.#length);
    if (this.#scan.end > 0) yield this.#take('records', this.#scan.end, this.#scan.records);
  }

  /** The record at the front never ends: its first line is a broken one, and all after it is looked at anew. */
  *#giveUpLine(last: boolean): Generator<Block> {
    const lf = this.#buffer.subarray(0, this.#length).indexOf(10);
    const whole = lf >= 0 || last;
    const until = lf >= 0 ? lf + 1 : this.#length;
    const bytes = this.#buffer.slice(0, Math.min(until, SHOWN_BYTES));
    yield { kind: 'broken', bytes, firstRow: this.#row };
    this.#headerDue = false;
    this.#row += 1;
    this.#shift(until);
    this.#scan.restart();
    this.#skipping = !whole;
    if (this.#length >= this.#blockBytes) yield* this.#takeRecords();
  }

  #take(kind: 'titles' | 'header' | 'records', count: number, records: number): Block {
    const block: Block = { kind, bytes: this.#buffer.slice(0, count), firstRow: this.#row };
    this.#row += records;
    this.#shift(count);
    this.#scan.drop(count);
    return block;
  }

  #shift(count: number): void {
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
  }

  #append(piece: Uint8Array): void {
    let rest = piece;
    if (this.#skipping) {
      const lf = piece.indexOf(10);
      if (lf < 0) return;
      rest = piece.subarray(lf + 1);
      this.#skipping = false;
    }
    const need = this.#length + rest.length;
    if (need > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(need, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(rest, this.#length);
    this.#length = need;
    this.#stripMark(false);
  }

  #stripMark(last: boolean): void {
    if (!this.#markDue || (this.#length < 3 && !last)) return;
    this.#markDue = false;
    const [a, b, c] = this.#buffer;
    if (this.#length >= 3 && a === 0xef && b === 0xbb && c === 0xbf) this.#shift(3);
  }
}
