import { describe, expect, it } from 'vitest';
import type { SheetContext } from './workbook-texts.ts';
import { SheetRows } from './sheet-rows.ts';

function contextOf(texts: readonly string[], isDate: readonly number[] = []): SheetContext {
  const bytes = Buffer.from(texts.join(''));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (texts.length + 1)));
  texts.forEach((text, at) => (starts[at + 1] = (starts[at] ?? 0) + Buffer.byteLength(text)));
  const dates = new Uint8Array(new SharedArrayBuffer(isDate.length));
  dates.set(isDate);
  return { texts: shared, starts, isDate: dates, date1904: false };
}

function rowsOf(xml: string, context = contextOf([])) {
  const rows: (readonly [number, ...string[]])[] = [];
  new SheetRows(context).read(xml, 1, (cells, count, number, isDamaged) => {
    rows.push([number, ...(isDamaged ? ['damaged'] : cells.slice(0, count))]);
  });
  return rows;
}

describe('the rows of a sheet', () => {
  it('have their cells in their columns, whatever is left out between them', () => {
    expect(rowsOf('<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c><c r="E3"/></row>')).toEqual([
      [3, '', '1', '', '2'],
    ]);
    expect(rowsOf('<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row r="7"/><row/>')).toEqual([
      [1, '1', '', '2'],
      [2],
      [7],
      [8],
    ]);
    expect(rowsOf('<row r="1"><c r="AA1" t="str"><v>x</v></c></row>')[0]).toHaveLength(28);
  });

  it('hold values of every type as text', () => {
    const context = contextOf(
      ['<si><t>甲</t></si>', '<si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>x</t></rPh></si>'],
      [0, 1],
    );
    const cells = [
      ['<c t="s"><v>0</v></c>', '甲'],
      ['<c t="s"><v>1</v></c>', '乙丙'],
      ['<c t="b"><v>1</v></c>', 'true'],
      ['<c s="1"><v>45000.5</v></c>', '2023-03-15 12:00:00'],
      ['<c s="0"><v>1E3</v></c>', '1000'],
      ['<c t="d"><v>2026-01-02T03:04:05.000</v></c>', '2026-01-02 03:04:05'],
      ['<c t="inlineStr"><is><t xml:space="preserve"> a&lt;b &#x4e2d;&#22269;</t></is></c>', ' a<b 中国'],
      ['<c t="str"><f>A1&amp;"x"</f><v>a&amp;x</v></c>', 'a&x'],
      ['<c t="str"><v><![CDATA[<row>&amp;]]></v></c>', '<row>&amp;'],
      ['<c t="e"><v>#N/A</v></c>', '#N/A'],
      ['<c t="str"><v>a\r\nb</v></c>', 'a\nb'],
    ] as const;
    const xml = `<row>${cells.map(([cell]) => cell).join('')}</row>`;
    expect(rowsOf(xml, context)).toEqual([[1, ...cells.map(([, text]) => text)]]);
  });

  it('are read with prefixes, comments, single quotes, and elements that are not looked for', () => {
    const xml =
      "<!-- <row> --><x:row r='2' spans='1:2'>\n<x:c r='A2' t='str'><!-- <v>0</v> --><x:v>1</x:v>\n</x:c><x:extLst><x:ext uri='a>b'/></x:extLst></x:row>";
    expect(rowsOf(xml)).toEqual([[2, '1']]);
  });

  it.each([
    ['a cell that does not end', '<row r="1"><c><v>1</v></row>'],
    ['a row that does not end', '<row r="1"><c><v>1</v></c>'],
    ['an entity that is none', '<row r="1"><c t="str"><v>a&b;</v></c></row>'],
    ['a shared text that does not exist', '<row r="1"><c t="s"><v>4</v></c></row>'],
    ['a quote that is not closed', '<row r="1"><c r="A1><v>1</v></c></row>'],
    ['a value inside a value', '<row r="1"><c><v><v>1</v></v></c></row>'],
    ['an attribute of the row that does not end', '<row r="1><c><v>1</v></c></row>'],
    ['a row by another name', '<rov r="1"><c><v>1</v></c></rov>'],
    ['an instruction that does not end', '<row r="1"><?x <c><v>1</v></c></row>'],
    ['a tag within a tag', '<row r="1"><c <v>1</v></c></row>'],
    ['a character beyond all', '<row r="1"><c t="str"><v>&#x110000;</v></c></row>'],
  ])('%s spoils its row and no other', (_, damaged) => {
    const whole = '<row r="2"><c t="str"><v>"</v></c></row>';
    expect(rowsOf(`${damaged}${whole}`)).toEqual([
      [1, 'damaged'],
      [2, '"'],
    ]);
  });
});
