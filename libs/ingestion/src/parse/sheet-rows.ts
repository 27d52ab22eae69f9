import { dateText, numberText } from './cell-text.ts';
import { type SheetContext, SharedTexts, richText } from './workbook-texts.ts';
import { XmlScan } from './xml-scan.ts';

/** `cells[0, count)` are the row's cells, empty ones at its end left out; re-used for the next row. */
export type OnSheetRow = (cells: readonly string[], count: number, number: number, isDamaged: boolean) => void;

/** No sheet has more columns. */
const MOST_COLUMNS = 16_384;

/**
 * Reads the rows of a sheet from its XML, which must begin and end between rows. Merged cells keep their value in the first
 * of them, as the file does. A row that cannot be read is told as damaged; those after it are read.
 *
 * Source  ECMA-376 part 1, §18.3.1.73 (row), §18.3.1.4 (c), §18.18.11 (types of cells).
 */
export class SheetRows {
  readonly #texts: SharedTexts;
  readonly #context: SheetContext;
  readonly #cells: string[] = [];
  #count = 0;
  #column = 0;
  #type = '';
  #style = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#texts = new SharedTexts(context);
  }

  /** `firstRow` is the number of the first row, should it name none. Nothing but rows may stand there: else it is a damaged one. */
  read(xml: string, firstRow: number, onRow: OnSheetRow): void {
    const scan = new XmlScan(xml);
    let number = firstRow;
    let isLost = false; // behind damage, until the next row begins
    for (let found = scan.next(); found !== 'end'; found = scan.next()) {
      const isRow = found === 'open' && scan.is('row');
      if (isLost && !isRow) continue;
      const behind = scan.at;
      this.#count = this.#column = 0;
      scan.isDamaged = false;
      if (isRow) number = rowNumber(scan.attribute('r')) ?? number;
      isLost = !(isRow && (scan.isEmpty || (this.#row(scan) && !scan.isDamaged)));
      if (isLost) scan.at = behind;
      onRow(this.#cells, this.#count, number, isLost);
      number += 1;
    }
  }

  #row(scan: XmlScan): boolean {
    for (;;) {
      const found = scan.next();
      if (found === 'close') return scan.is('row');
      if (found !== 'open') return false;
      if (scan.is('c')) {
        if (!this.#cell(scan)) return false;
      } else if (scan.is('row') || !scan.skip('row')) return false;
    }
  }

  #cell(scan: XmlScan): boolean {
    this.#readAttributes(scan);
    const plain = scan.isEmpty ? undefined : plainValue(scan);
    if (plain !== undefined) return this.#keep(plain);
    let value: string | undefined = '';
    while (!scan.isEmpty) {
      const found = scan.next();
      if (found === 'close') {
        if (scan.is('c')) break;
        return false;
      }
      if (found !== 'open') return false;
      if (scan.is('v') && !scan.isEmpty) {
        value = scan.text();
        if (scan.next() !== 'close' || !scan.is('v')) return false;
      } else if (scan.is('is')) {
        value = richText(scan);
        if (value === undefined) return false;
      } else if (scan.is('row') || !scan.skip('row')) return false;
      scan.isEmpty = false; // of the cell, which is still open
    }
    return this.#keep(value);
  }

  /** One look at all attributes: a cell has up to three, and a row many cells. */
  #readAttributes({ xml, nameUntil, at }: XmlScan): void {
    this.#type = '';
    this.#style = 0;
    for (let equals = xml.indexOf('=', nameUntil); equals >= 0 && equals < at;) {
      const from = equals + 2;
      const end = xml.indexOf(xml.charCodeAt(equals + 1) === 34 ? '"' : "'", from);
      if (end < 0) return;
      if (xml.charCodeAt(equals - 2) <= 32) {
        const name = xml.charCodeAt(equals - 1);
        if (name === 114 /* r */) this.#column = columnAt(xml, from) ?? this.#column;
        else if (name === 116 /* t */) this.#type = end === from + 1 && xml[from] === 's' ? 's' : xml.slice(from, end);
        else if (name === 115 /* s */) this.#style = Number(xml.slice(from, end));
      }
      equals = xml.indexOf('=', end);
    }
  }

  /** Puts the cell into its column; false where what it refers to does not exist. */
  #keep(value: string): boolean {
    const text = value === '' ? '' : this.#text(value);
    if (text === undefined) return false;
    if (text !== '') {
      while (this.#count < this.#column) this.#cells[this.#count++] = '';
      this.#cells[this.#column] = text;
      this.#count = Math.max(this.#count, this.#column + 1);
    }
    this.#column += 1;
    return true;
  }

  #text(value: string): string | undefined {
    switch (this.#type) {
      case 's':
        return this.#texts.at(Number(value));
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'd':
        return value.replace('T', ' ').replace(/\.0+$/, '');
      case '':
      case 'n':
        return this.#context.isDate[this.#style] === 1
          ? dateText(Number(value), this.#context.date1904)
          : numberText(value);
      default:
        return value;
    }
  }
}

const ENDING = '</v></c>';

/** The value of a cell that holds it and nothing else, as nearly all do; undefined for any other. Moves on behind the cell. */
function plainValue(scan: XmlScan): string | undefined {
  const { xml, at } = scan;
  if (!xml.startsWith('<v>', at)) return undefined;
  const until = xml.indexOf('<', at + 3);
  if (until < 0 || !xml.startsWith(ENDING, until)) return undefined;
  for (let place = at + 3; place < until; place++) if (isSpecial(xml.charCodeAt(place))) return undefined;
  scan.at = until + ENDING.length;
  return xml.slice(at + 3, until);
}

/** `&`, and the carriage return, which is read as a line feed. */
const isSpecial = (code: number) => code === 38 || code === 13;

function rowNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** `BC12` → 54: the place of a cell in its row, from 0. */
function columnAt(xml: string, from: number): number | undefined {
  let column = 0;
  for (let at = from; at < from + 3; at++) {
    const letter = xml.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : Math.min(column, MOST_COLUMNS) - 1;
}
