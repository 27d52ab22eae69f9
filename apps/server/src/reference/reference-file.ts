import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Layout, ReferenceTable } from '@tocsin/contracts';
import { FileRefused, openFile } from '@tocsin/files';
import {
  type ReadReference,
  RecordSampler,
  hasRequiredColumns,
  headerCells,
  misfitSentence,
  readReference,
  readReferenceRecords,
} from '@tocsin/ingestion';
import { smallBody } from '../ingest/doors/streamed-body.ts';
import { Refusal } from '../refusal.ts';

const MOST_BYTES = 64 * 2 ** 20;
const PLAIN: Partial<Layout> = { format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 };

/** A file for a table, sent as the body of a request: plain CSV as it stands, anything else by its content. */
export async function readReferenceFile(table: ReferenceTable, body: unknown): Promise<ReadReference> {
  const bytes = await smallBody(body, MOST_BYTES);
  const text = asUtf8(bytes);
  const isPlain = text !== undefined && hasRequiredColumns(table, headerCells(text.replace(/^\uFEFF/, ''), ','));
  if (isPlain && quotesClose(text)) return readReference(table, text);
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-reference-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return await readAnyFile(table, path, isPlain ? PLAIN : {});
  } catch (error) {
    if (error instanceof FileRefused) throw new Refusal('unprocessable', { detail: error.sentence });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows that cannot be read are refused by their numbers. A table's code may begin as notes and sums do, so none is taken for one. */
async function readAnyFile(table: ReferenceTable, path: string, choice: Partial<Layout>): Promise<ReadReference> {
  const opened = await openFile(path, { ...choice, footer: false });
  if ('refusal' in opened) throw new Refusal('unprocessable', { detail: opened.refusal });
  const { layout, columns, blocks } = opened;
  const sampler = new RecordSampler(layout, columns, Number.MAX_SAFE_INTEGER);
  if (sampler.misfit !== undefined) {
    await blocks.return(undefined);
    throw new Refusal('unprocessable', { detail: misfitSentence(sampler.misfit, table.name) });
  }
  for await (const block of blocks) sampler.take(block);
  const records = sampler.records.map((cells, i) => [sampler.rowNumbers[i] ?? 0, cells] as const);
  const unreadable = sampler.refused.flatMap(({ rowNumber, reasons }) =>
    reasons.map(({ sentence }) => ({ row: rowNumber, sentence })),
  );
  return readReferenceRecords(table, columns, records, unreadable);
}

/** An odd quote opens a cell that takes in all rows after it: the cutter finds the one row that has it. */
const quotesClose = (text: string): boolean => text.split('"').length % 2 === 1;

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
