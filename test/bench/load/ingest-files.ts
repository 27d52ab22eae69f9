import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';
import { versionColumns } from '@tocsin/warehouse';
import exceljs from 'exceljs';
import { temporaryDirectory } from '../measure/workspace.ts';
import { companyOf } from './company.ts';
import { openEmbedded } from './embedded.ts';
import { versionRow } from './version-row.ts';

export const ingestFormats = ['csv', 'ndjson', 'parquet', 'xlsx'] as const;
export type IngestFormat = (typeof ingestFormats)[number];

/** The same rows twice: as a company sends them, and as the table takes them, in the same format. */
export interface IngestFiles {
  /** Canonical names, every value as text. */
  readonly sent: string;
  /** The columns of `complaint`, for the engine's own bulk load; a workbook, which the engine cannot read, has none. */
  readonly bulk: { readonly path: string; readonly format: string } | undefined;
  readonly rows: number;
  readonly complaints: number;
}

const names: readonly CanonicalFieldName[] = canonicalFields.map(({ name }) => name);
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const BULK = { csv: 'CSVWithNames', ndjson: 'JSONEachRow', parquet: 'Parquet' } as const;

/** Exactly `wanted` rows of an invented company. */
export async function ingestFiles(format: IngestFormat, wanted: number): Promise<IngestFiles> {
  const directory = temporaryDirectory('files');
  const at = (name: string) => join(directory, name);
  const sent = at(`rows.${format}`);
  const text = format === 'parquet' ? at('rows.csv') : sent;
  const write = format === 'xlsx' ? workbookWriter(sent) : lineWriter(text, format === 'ndjson');
  const tsv = createWriteStream(at('rows.tsv'));
  let rows = 0;
  let complaints = 0;
  for (const row of companyOf(Math.ceil(wanted * 1.02)).complaintRows()) {
    if (rows === wanted) break;
    await write.row(row);
    if (!tsv.write(versionRow(row, 'bulk', rows))) await once(tsv, 'drain');
    rows += 1;
    if (row.kind === 'complaint') complaints += 1;
  }
  await write.end();
  await finished(tsv.end());
  const bulk = format === 'xlsx' ? undefined : { path: at(`bulk.${format}`), format: BULK[format] };
  await convert(at('rows.tsv'), bulk, format === 'parquet' ? { from: text, to: sent } : undefined);
  return { sent, bulk, rows, complaints };
}

interface RowWriter {
  row(row: FullRecord): Promise<void>;
  end(): Promise<void>;
}

function lineWriter(path: string, json: boolean): RowWriter {
  const out = createWriteStream(path);
  if (!json) out.write(`${names.join(',')}\n`);
  return {
    row: async (row) => {
      const line = json ? JSON.stringify(row) : names.map((name) => cell(row[name])).join(',');
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    },
    end: () => finished(out.end()),
  };
}

/** Shared texts, as spreadsheet programs write them. */
function workbookWriter(path: string): RowWriter {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: false });
  const sheet = book.addWorksheet('complaints');
  sheet.addRow([...names]).commit();
  return {
    row: async (row) => {
      sheet.addRow(names.map((name) => row[name])).commit();
      await Promise.resolve();
    },
    end: () => book.commit(),
  };
}

/** The engine writes its own bulk file, and the company's Parquet out of the company's CSV. */
async function convert(
  tsv: string,
  bulk: IngestFiles['bulk'],
  sent: { readonly from: string; readonly to: string } | undefined,
): Promise<void> {
  const { engine, close } = await openEmbedded();
  const { url, username, password } = engine;
  // It warns of proxies that end long requests; there is none.
  const log = { level: ClickHouseLogLevel.ERROR };
  const client = createClient({ url, username, password, request_timeout: 600_000, log });
  const structure = versionColumns.map(({ name, type }) => `${name} ${type}`).join(', ');
  if (bulk) {
    const query = `INSERT INTO FUNCTION file('${bulk.path}', '${bulk.format}', '${structure}') SELECT * FROM file('${tsv}', 'TabSeparated', '${structure}')`;
    await client.command({ query });
  }
  if (sent) {
    const texts = names.map((name) => `${name} String`).join(', ');
    const query = `INSERT INTO FUNCTION file('${sent.to}', 'Parquet', '${texts}') SELECT * FROM file('${sent.from}', 'CSVWithNames', '${texts}')`;
    await client.command({ query });
  }
  await client.close();
  await close();
}
