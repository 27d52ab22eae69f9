import type { ReferenceTable } from '@tocsin/contracts';

type Cells = Readonly<Record<string, string>>;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as a file that an import takes again: named columns, CRLF, with a mark that makes spreadsheets read UTF-8. */
export function referenceCsv({ columns }: ReferenceTable, rows: readonly { readonly cells: Cells }[]): string {
  const names = columns.map(({ name }) => name);
  const lines = [names, ...rows.map(({ cells }) => names.map((name) => quoted(cells[name] ?? '')))];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}
