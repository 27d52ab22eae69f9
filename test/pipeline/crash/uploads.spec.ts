import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Import } from '@tocsin/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerProcess } from './server-process.ts';

const ROWS = 60_000;
const KILLS = 4;
const PIECE_BYTES = 64 * 2 ** 10;
const TUS = { 'tus-resumable': '1.0.0' };

let directory: string;
let server: ServerProcess;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tocsin-crash-upload-'));
  server = await ServerProcess.start(directory);
});

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const file = Buffer.from(
  [
    'complaint_id,received_at,source',
    ...Array.from({ length: ROWS }, (_, i) => `U${i},2026-0${1 + (i % 9)}-1${i % 10},self`),
  ].join('\n'),
);

it('an upload survives kill −9 of the server in the middle of it, again and again, and not a byte is lost or doubled', async () => {
  const created = await server.fetch('/api/v1/uploads', {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(file.length) },
  });
  const url = created.headers.get('location') ?? '';
  for (let kill = 1; kill <= KILLS; kill++) {
    const offset = await offsetOf(url);
    // what was on disk before the last kill is still there, and nothing else
    expect(offset).toBe(Math.floor(((kill - 1) * file.length) / (KILLS + 1)));
    await sendUntilKilled(url, offset, Math.floor((kill * file.length) / (KILLS + 1)));
    await server.start();
  }
  const last = await offsetOf(url);
  const rest = await append(url, last, file.subarray(last));
  expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(file.length)]);

  const imported = await server.fetch(`/api/v1/imports?upload=${url.split('/').at(-1)}&wait=true`, { method: 'POST' });
  expect((await imported.json()) as Import).toMatchObject({ state: 'done', read: ROWS, added: ROWS, rejected: 0 });
});

async function offsetOf(url: string): Promise<number> {
  const answer = await server.fetch(url, { method: 'HEAD', headers: TUS });
  expect(answer.status).toBe(200);
  return Number(answer.headers.get('upload-offset'));
}

/** Sends up to `until` and keeps the line open; kills the server when those bytes are on disk. */
async function sendUntilKilled(url: string, offset: number, until: number): Promise<void> {
  const pieces = file.subarray(offset, until);
  let at = 0;
  const open = new ReadableStream<Uint8Array>({
    pull(line) {
      if (at < pieces.length) line.enqueue(new Uint8Array(pieces.subarray(at, (at += PIECE_BYTES))));
      else return new Promise(() => undefined); // there is more to come
      return undefined;
    },
  });
  const broken = append(url, offset, open).then(
    () => 'answered',
    () => 'broken',
  );
  await expect.poll(sizeOnDisk, { timeout: 30_000 }).toBe(until);
  await server.killServer();
  expect(await broken).toBe('broken');
}

const append = (url: string, offset: number, body: BodyInit): Promise<Response> =>
  server.fetch(url, {
    method: 'PATCH',
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
    duplex: 'half',
  } as RequestInit);

function sizeOnDisk(): number {
  const folder = join(directory, 'uploads');
  const [name] = readdirSync(folder).filter((one) => !one.endsWith('.json'));
  return name === undefined ? 0 : statSync(join(folder, name)).size;
}
