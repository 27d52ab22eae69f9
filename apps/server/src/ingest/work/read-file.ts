import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Profile } from '@tocsin/contracts';
import {
  type Block,
  type FileFormat,
  type Misfit,
  type Plan,
  RecordCutter,
  assumedLayout,
  fileFormat,
  headerCells,
  openText,
  planFor,
} from '@tocsin/ingestion';
import { isGzip } from '../inbox/receive-body.ts';

const PIECE_BYTES = 2 ** 20;

/** A file bound to its profile, with the blocks that are still to come; or why it does not fit. */
export type OpenedFile =
  | { readonly format: FileFormat; readonly plan: Plan; readonly blocks: AsyncGenerator<Block> }
  | { readonly misfit: Misfit };

/** Opens a spooled file, packed or not, finds out its format, and binds its header to the profile. */
export async function openFile(path: string, profile: Profile): Promise<OpenedFile> {
  const pieces = bytesOf(path, await isPacked(path))[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const seen: Buffer[] = [];
  let format: FileFormat | undefined;
  while (format === undefined) {
    const { value, done } = await pieces.next();
    if (done) return { misfit: { code: 'no-header' } };
    seen.push(value);
    format = fileFormat(value);
  }
  const cutter = new RecordCutter(format === 'csv' ? { delimiter: assumedLayout(profile).delimiter } : {});
  const blocks = blocksOf(cutter, seen, pieces);
  if (format === 'ndjson') return bound(format, planFor(profile, undefined), blocks);
  const { value: first, done } = await blocks.next();
  if (done || first.kind !== 'header') return { misfit: { code: 'no-header' } };
  const header = headerCells(
    openText(first.bytes, assumedLayout(profile).encoding).text,
    assumedLayout(profile).delimiter,
  );
  return bound(format, planFor(profile, header), blocks);
}

function bound(format: FileFormat, plan: Plan | Misfit, blocks: AsyncGenerator<Block>): OpenedFile {
  return 'code' in plan ? { misfit: plan } : { format, plan, blocks };
}

async function* blocksOf(
  cutter: RecordCutter,
  seen: readonly Buffer[],
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Block> {
  try {
    for (const piece of seen) yield* cutter.push(piece);
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield* cutter.push(next.value);
    yield* cutter.end();
  } finally {
    await rest.return?.();
  }
}

function bytesOf(path: string, packed: boolean): Readable {
  const file = createReadStream(path, { highWaterMark: PIECE_BYTES });
  if (!packed) return file;
  return pipeline(file, createGunzip({ chunkSize: PIECE_BYTES }), () => undefined);
}

/** Whether the file is gzip, by its first bytes. */
export async function isPacked(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return isGzip(buffer);
  } finally {
    await file.close();
  }
}
