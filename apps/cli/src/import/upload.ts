import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CreateImport, type Import, ListImports } from '@tocsin/contracts';
import type { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';
import type { Connection } from '../connection.ts';
import type { Progress } from './progress.ts';

type ImportReply = z.infer<typeof Import>;
const ASK_EVERY_MS = 400;

/** Hands a file to the server as it is, to be read by the profile or, without one, by the one that fits, and waits until its rows are visible in every figure. */
export async function upload(
  path: string,
  profile: string | undefined,
  connection: Connection,
  progress: Progress,
): Promise<ImportReply> {
  const bytes = sizeOf(path);
  const name = basename(path);
  const query = new URLSearchParams({ ...(profile !== undefined && { profile }), name, wait: 'true' });
  const source = createReadStream(path, { highWaterMark: 2 ** 20 });
  let sent = 0;
  source.on('data', (chunk) => progress.sent((sent += chunk.length), bytes));

  const watching = setInterval(() => void watch(connection, name, progress), ASK_EVERY_MS);
  try {
    const answer = await connection.fetch(`${CreateImport.path}?${query.toString()}`, {
      method: CreateImport.method,
      headers: { 'content-type': 'application/octet-stream' },
      body: Readable.toWeb(source) as ReadableStream<Uint8Array>,
      duplex: 'half',
    });
    return CreateImport.reply.parse(await answer.json());
  } finally {
    clearInterval(watching);
    progress.end();
  }
}

/** Shows how far the server is. Only decoration: a failed look is no failure. */
async function watch(connection: Connection, name: string, progress: Progress): Promise<void> {
  try {
    const { imports } = ListImports.reply.parse(await (await connection.fetch(ListImports.path)).json());
    const ours = imports.find((one) => one.name === name && one.state === 'running');
    if (ours !== undefined) progress.working(ours.read);
  } catch {
    // the next look may succeed
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    throw new CommandFailure(`${path} cannot be read: check the path and its permissions.`, 2);
  }
}
