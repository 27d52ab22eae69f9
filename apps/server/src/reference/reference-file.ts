import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReferenceTable } from '@tocsin/contracts';
import { FileRefused, openFile } from '@tocsin/files';
import {
  type ReadReference,
  RecordSampler,
  hasRequiredColumns,
  headerCells,
  readReference,
  readReferenceRecords,
} from '@tocsin/ingestion';
import { smallBody } from '../ingest/doors/streamed-body.ts';
import { Refusal } from '../refusal.ts';

const MOST_BYTES = 64 * 2 ** 20;

/** A file for a table, sent as the body of a request: plain CSV as it stands, anything else by its content. */
export async function readReferenceFile(table: ReferenceTable, body: unknown): Promise<ReadReference> {
  const bytes = await smallBody(body, MOST_BYTES);
  const text = asUtf8(bytes);
  if (text !== undefined && hasRequiredColumns(table, headerCells(text.replace(/^\uFEFF/, ''), ','))) {
    return readReference(table, text);
  }
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-reference-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return await readAnyFile(table, path);
  } catch (error) {
    if (error instanceof FileRefused) throw new Refusal('unprocessable', { detail: error.sentence });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAnyFile(table: ReferenceTable, path: string): Promise<ReadReference> {
  const opened = await openFile(path);
  if ('refusal' in opened) throw new Refusal('unprocessable', { detail: opened.refusal });
  const { layout, columns, blocks } = opened;
  const sampler = new RecordSampler(layout, columns, Number.MAX_SAFE_INTEGER);
  for await (const block of blocks) sampler.take(block);
  const records = sampler.records.map((cells, i) => [sampler.rowNumbers[i] ?? 0, cells] as const);
  return readReferenceRecords(table, columns, records);
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
