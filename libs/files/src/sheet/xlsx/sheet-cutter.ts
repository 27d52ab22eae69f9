import { refusals } from '../../refusals.ts';
import { tagsIn } from './fair-bytes.ts';

/** Whole rows of a sheet as their XML. */
export interface RowBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The number of the first row, should it name none. */
  readonly firstRow: number;
}

/** The data must begin within so much of a sheet, and no row is larger. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Cuts the XML of a sheet, handed over in pieces, between its rows, without looking into them. What stands in front of the
 * rows and behind them is dropped. Throws FileRefused for what is no sheet, or one that is cut off.
 */
export class SheetCutter {
  /** The last row has come: the rest of the sheet need not be read. */
  isOver = false;
  readonly #blockBytes: number;
  #held: Buffer[] = [];
  #bytes = 0;
  #due: number;
  /** Undefined until the data begin; some programs write `x:` in front of every name. */
  #prefix: string | undefined;
  #row = 1;

  /** Blocks become about so large, the first one about `firstBytes`. */
  constructor(blockBytes: number, firstBytes = blockBytes) {
    this.#blockBytes = blockBytes;
    this.#due = firstBytes;
  }

  *push(piece: Buffer): Generator<RowBytes> {
    if (this.isOver) return;
    this.#held.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes >= this.#due) yield* this.#cut();
  }

  /** The sheet's XML is over. */
  *end(): Generator<RowBytes> {
    if (!this.isOver) yield* this.#cut();
    if (!this.isOver) throw refusals.damagedWorkbook();
  }

  *#cut(): Generator<RowBytes> {
    let xml: Buffer = Buffer.concat(this.#held);
    if (this.#prefix === undefined) xml = this.#begin(xml);
    const [end = -1] = this.#prefix === undefined ? [] : [...tagsIn(xml, `/${this.#prefix}sheetData`)];
    const rows =
      this.#prefix === undefined ? [] : [...tagsIn(end < 0 ? xml : xml.subarray(0, end), `${this.#prefix}row`)];
    this.isOver ||= end >= 0;
    const until = end >= 0 ? end : (rows.at(-1) ?? 0);
    const whole = end >= 0 ? rows : rows.slice(0, -1);
    if (whole.length > 0)
      yield this.#take(
        xml.subarray(whole[0], until),
        whole.map((at) => at - (whole[0] ?? 0)),
      );
    const rest = this.isOver ? Buffer.alloc(0) : xml.subarray(until);
    if (rest.length > MOST_BYTES) throw refusals.damagedWorkbook();
    this.#held = [rest];
    this.#bytes = rest.length;
    // A row larger than a block is waited for without being looked through for each piece again.
    this.#due = Math.max(this.#blockBytes, rest.length * 2);
  }

  /** Looks for the beginning of the data; what follows it. */
  #begin(xml: Buffer): Buffer {
    const tag = /<((?:[\w.-]+:)?)sheetData\s*(\/?)>/.exec(xml.toString('latin1'));
    if (tag === null) return xml;
    this.#prefix = tag[1] ?? '';
    this.isOver = tag[2] === '/';
    return xml.subarray(tag.index + tag[0].length);
  }

  #take(xml: Buffer, rows: readonly number[]): RowBytes {
    const firstRow = this.#row;
    const last = rows.findLastIndex((at) => numberOf(xml, at) !== undefined);
    this.#row = last < 0 ? firstRow + rows.length : (numberOf(xml, rows[last] ?? 0) ?? 0) + rows.length - last;
    return { bytes: Uint8Array.from(xml), firstRow };
  }
}

/** The number that a row names. */
function numberOf(xml: Buffer, at: number): number | undefined {
  const tag = xml.subarray(at, at + 200).toString('latin1');
  const number = Number(/^<[^>]*?\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1]);
  return Number.isNaN(number) ? undefined : number;
}
