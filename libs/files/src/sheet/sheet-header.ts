import type { Layout, Sentence } from '@tocsin/contracts';
import { detectHeader, headerSentence } from '@tocsin/ingestion';
import { numberedColumns } from '../opened-file.ts';
import type { SheetRow } from './sheet-row.ts';

/** So many rows of a sheet are looked at. */
export const LOOKED_AT = 60;

export interface SheetHeader {
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly evidence: readonly Sentence[];
}

/** Finds the header among the first rows of a sheet. */
export function sheetHeader(rows: readonly SheetRow[], choice: Partial<Layout>): SheetHeader {
  const first = rows.slice(0, LOOKED_AT);
  const headerRow = choice.headerRow ?? headerAmong(first);
  const header = first.find(({ number }) => number === headerRow);
  const width = header?.cells.length ?? Math.max(1, ...first.map(({ cells }) => cells.length));
  const columns = header === undefined ? numberedColumns(width) : header.cells.map((name) => name.trim());
  return { headerRow, columns, evidence: choice.headerRow === undefined ? [headerSentence(headerRow)] : [] };
}

function headerAmong(rows: readonly SheetRow[]): number {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const padded = rows.map(({ cells }) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  const { header } = detectHeader(padded);
  return header < 0 ? 0 : (rows[header]?.number ?? 0);
}
