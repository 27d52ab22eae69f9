import type { Block } from '../cut/block.ts';
import type { SheetRows } from '../parse/sheet-rows.ts';
import { isBroken, openText } from './open-text.ts';

/** What a block of a sheet's XML holds, in the order of its rows. */
export interface SheetListener {
  /** A row that has no value, or that the sheet leaves out between others. */
  blank(number: number): void;
  /** A row above the header. */
  title(number: number): void;
  record(cells: readonly string[], count: number, number: number): void;
  /** A row whose XML is damaged, with the cells in front of the damage. */
  damaged(cells: readonly string[], count: number, number: number): void;
}

/** Sheets may be formatted far beyond their data: so many rows without a value between two with one are counted. */
const MOST_BLANKS = 50;

/** Reads a block of a sheet; its rows are numbered as the spreadsheet shows them, and the header is left out. */
export function readSheetBlock(rows: SheetRows, block: Block, headerRow: number, listener: SheetListener): void {
  let next = block.firstRow;
  const { text, damaged } = openText(block.bytes, 'utf-8');
  rows.read(text, block.firstRow, (cells, count, number, isTorn) => {
    const isDamaged = isTorn || (damaged && cells.slice(0, count).some(isBroken));
    if (count === 0 && !isDamaged && number !== headerRow) return;
    if (number - next <= MOST_BLANKS) for (; next < number; next++) listener.blank(next);
    next = number + 1;
    if (isDamaged) listener.damaged(cells, count, number);
    else if (number < headerRow) listener.title(number);
    else if (number > headerRow) listener.record(cells, count, number);
  });
}
