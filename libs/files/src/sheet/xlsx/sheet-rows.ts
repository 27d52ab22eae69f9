import { dateText, numberText } from '../cell-text.ts';
import type { SheetRow } from '../csv-blocks.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { type Tag, type XmlHandler, localName, parseXml } from './xml.ts';

/** The rows of a sheet, some at a time, in the sheet's order. Rows without a value are left out. */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow[]> {
  const reader = new RowHandler(workbook);
  for await (const _ of parseXml(await sheet.entry.open(), reader)) {
    if (reader.rows.length > 0) yield reader.rows.splice(0);
  }
}

/** Gathers cells into rows. Merged cells keep their value in the first of them, as the file does. */
class RowHandler implements XmlHandler {
  readonly rows: SheetRow[] = [];
  readonly #workbook: Workbook;
  #number = 0;
  #cells: string[] = [];
  #column = 0;
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open({ name, attributes }: Tag): void {
    switch (localName(name)) {
      case 'row':
        this.#number = Number(attributes['r'] ?? this.#number + 1);
        this.#cells = [];
        this.#column = 0;
        break;
      case 'c':
        this.#column = attributes['r'] === undefined ? this.#column : columnOf(attributes['r']);
        this.#type = attributes['t'] ?? 'n';
        this.#style = Number(attributes['s'] ?? 0);
        this.#value = '';
        break;
      case 'v':
      case 't':
        this.#inValue = true;
    }
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row' && this.#cells.length > 0) this.rows.push({ number: this.#number, cells: this.#cells });
  }

  #endCell(): void {
    const text = this.#value === '' ? '' : this.#text();
    if (text !== '') {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = text;
    }
    this.#column += 1;
  }

  #text(): string {
    const value = this.#value;
    const { texts, isDate, date1904 } = this.#workbook;
    switch (this.#type) {
      case 's':
        return texts[Number(value)] ?? '';
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'd':
        return value.replace('T', ' ').replace(/\.0+$/, '');
      case 'n':
        return isDate[this.#style] ? dateText(Number(value), date1904) : numberText(value);
      default:
        return value;
    }
  }
}

/** `BC12` → 54: the place of a cell in its row, from 0. A sheet has at most 16,384 columns. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < 3; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return Math.min(column, 16_384) - 1;
}
