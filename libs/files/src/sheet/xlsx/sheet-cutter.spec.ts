import { SheetRows } from '@tocsin/ingestion';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../refusals.ts';
import { type RowBytes, SheetCutter } from './sheet-cutter.ts';

const nothing = {
  texts: new Uint8Array(new SharedArrayBuffer(0)),
  starts: new Uint32Array(new SharedArrayBuffer(4)),
  isDate: new Uint8Array(new SharedArrayBuffer(0)),
  date1904: false,
};

function cut(xml: string, blockBytes: number, pieceBytes: number): RowBytes[] {
  const cutter = new SheetCutter(blockBytes);
  const bytes = Buffer.from(xml);
  const blocks: RowBytes[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    blocks.push(...cutter.push(bytes.subarray(at, at + pieceBytes)));
  return [...blocks, ...cutter.end()];
}

function rowsIn(blocks: readonly RowBytes[]) {
  const rows: (string | number)[][] = [];
  for (const { bytes, firstRow } of blocks) {
    new SheetRows(nothing).read(new TextDecoder().decode(bytes), firstRow, (cells, count, number) => {
      rows.push([number, ...cells.slice(0, count)]);
    });
  }
  return rows;
}

const HEAD = '<?xml version="1.0"?><worksheet><!-- <sheetData> is below --><cols><col min="1"/></cols>';

describe('the cutter of sheets', () => {
  it('gives the same rows however the sheet is pieced and wherever it is cut (property)', () => {
    const row = fc.record({
      number: fc.boolean(),
      value: fc.constantFrom('1', '<![CDATA[</row><row>]]>', '中文', 'x'.repeat(300)),
      empty: fc.boolean(),
      comment: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(99),
        (rows, block, piece) => {
          const written = rows.map(({ number, value, empty, comment }, at) => {
            const tag = number ? `<row r="${at + 1}"` : '<row';
            const cell = `<c t="str"><v>${value}</v></c>`;
            return `${comment ? '<!-- </sheetData><row> -->' : ''}${empty ? `${tag}/>` : `${tag}>${cell}</row>`}`;
          });
          const xml = `${HEAD}<sheetData>${written.join('')}</sheetData><rowBreaks/></worksheet>`;
          const text = (value: string) => (value.startsWith('<!') ? '</row><row>' : value);
          expect(rowsIn(cut(xml, block, piece + 1))).toEqual(
            rows.map(({ value, empty }, at) => (empty ? [at + 1] : [at + 1, text(value)])),
          );
        },
      ),
    );
  });

  it('knows a sheet without rows, and names with a prefix', () => {
    expect(cut('<worksheet><sheetData/></worksheet>', 100, 7)).toEqual([]);
    expect(rowsIn(cut('<x:worksheet><x:sheetData><x:row r="4"/></x:sheetData></x:worksheet>', 100, 7))).toEqual([[4]]);
  });

  it.each([
    ['a sheet that is cut off', '<worksheet><sheetData><row r="1"/><row r="2"'],
    ['no sheet at all', '<html></html>'],
    ['nothing', ''],
  ])('refuses %s', (_, xml) => {
    expect(() => cut(xml, 100, 7)).toThrow(FileRefused);
  });
});
