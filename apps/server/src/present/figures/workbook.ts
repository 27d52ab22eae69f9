import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell } from './arrow-rows.ts';

/** A sheet of a workbook holds no more rows; the first is the heading. */
export const MOST_ROWS = 1_048_575;
/** A cell holds no more characters. */
const MOST_CHARACTERS = 32_767;

/**
 * A table as an Excel workbook (Office Open XML, ECMA-376, inline strings), written while it is read: memory does not grow
 * with the rows, which no library at hand manages. `told` hears the rows written so far. Ends with an error when the table
 * is longer than a sheet.
 */
export function workbookStream(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
  told: (rows: number) => void = () => undefined,
): Readable {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, { mtime: NO_TIME });
  const sheet = Readable.from(sheetText(columns, batches, told));
  const whole = zip.outputStream as Readable;
  sheet.once('error', (error) => whole.destroy(error));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime: NO_TIME });
  zip.end();
  return whole;
}

async function* sheetText(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
  told: (rows: number) => void,
): AsyncGenerator<string> {
  const names = columns.map((_, index) => columnName(index));
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>`;
  yield rowText(columns, 1, names);
  let rows = 0;
  for await (const batch of batches) {
    const first = rows + 2;
    rows += batch.length;
    if (rows > MOST_ROWS) throw new TooManyRows();
    yield batch.map((cells, index) => rowText(cells, first + index, names)).join('');
    told(rows);
  }
  yield '</sheetData></worksheet>';
}

/** More rows than a sheet holds. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

const rowText = (cells: readonly Cell[], row: number, names: readonly string[]): string =>
  `<row r="${row}">${cells.map((cell, index) => cellText(cell, `${names[index] ?? ''}${row}`)).join('')}</row>`;

function cellText(cell: Cell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  const text = escaped(cell.slice(0, MOST_CHARACTERS));
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B … Z, AA … */
const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Characters that XML cannot hold are left out. */
const escaped = (text: string) =>
  text.replace(/[&<>]/g, (char) => entities[char] ?? char).replace(/[^\t\n\r\u0020-\uFFFD]/g, '');

/** The same table gives the same bytes: a zip begins its time in 1980. */
const NO_TIME = new Date(1980, 0, 1);
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Tocsin" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
