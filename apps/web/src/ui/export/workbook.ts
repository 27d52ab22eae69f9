import writeXlsxFile, { type SheetData } from 'write-excel-file/browser';
import type { TableModel } from '../table-model.ts';

/** The longest name a sheet may have, and what it may not hold. */
const SHEET_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/**
 * A table as a workbook: its figures as numbers on the first sheet, under one line of headings; what it is about on the
 * second. Unknown figures are empty cells.
 */
export function workbook(
  table: TableModel,
  name: string,
  about: readonly (readonly [string, string])[],
): Promise<Blob> {
  return writeXlsxFile([
    {
      sheet: sheetName(name),
      data: sheetOf(table),
      stickyRowsCount: 1,
      columns: table.columns.map(({ figure }) => ({ width: figure ? 14 : 24 })),
    },
    {
      sheet: 'About',
      data: about.map((line) => line.map((value) => ({ value, type: String }))),
      columns: [{ width: 16 }, { width: 80 }],
    },
  ]).toBlob();
}

/** The rows of a table as cells: headings bold, figures right. */
export function sheetOf({ columns, rows }: TableModel): SheetData {
  const head = columns.map(({ label, figure }) => ({
    value: label,
    fontWeight: 'bold' as const,
    align: figure ? ('right' as const) : ('left' as const),
  }));
  return [head, ...rows.map((row) => columns.map(({ key }) => cellOf(row[key]?.raw ?? null)))];
}

const cellOf = (raw: string | number | null) => {
  if (raw === null) return null;
  return typeof raw === 'number' ? { value: raw, type: Number } : { value: raw, type: String };
};

const sheetName = (name: string) => name.replace(FORBIDDEN, ' ').slice(0, SHEET_NAME).trim() || 'Sheet1';
