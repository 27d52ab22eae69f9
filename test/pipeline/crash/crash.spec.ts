import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { createClient } from '@clickhouse/client';
import type { CanonicalRecord, GetSeriesReply, Import } from '@tocsin/contracts';
import { startEngine } from '@tocsin/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Batch, batches, countByDayAndRegion, seeded, toCsv, toNdjson, truthOf } from './company.ts';
import { ServerProcess } from './server-process.ts';
import { WatchedFolder } from './watched-folder.ts';

const SEED = 20_261_122;
const BATCHES = 40;
const ROWS_EACH = 1_000;
const KILLS = 24;
/** A system that posts rows under keys, a person who sends packed files and one who puts files into the watched folder, all at the same time. */
const CHANNELS = ['api', 'file', 'folder'] as const;
type Channel = (typeof CHANNELS)[number];
/** Every eighth batch is taken back while others come in, and every second of those is sent once more afterwards. */
const TAKE_BACK_EVERY = 8;
/** Complaints that are erased meanwhile; whatever brings them again is turned away. */
const ERASED = ['C7', 'C1500', 'C2222'];

let directory: string;
let server: ServerProcess;
const folder = new WatchedFolder();
const all = batches(SEED, BATCHES, ROWS_EACH);
/** What goes by the folder; the other two share the rest. */
const byFolder = all.filter((_, index) => index % 5 === 3);
const dropped: Batch[] = [];
const takenBack = all.filter((_, index) => index % TAKE_BACK_EVERY === 0);
const sentAgain = takenBack.filter((_, index) => index % 2 === 0);
const standing = all.filter((batch) => !takenBack.includes(batch) || sentAgain.includes(batch));
const truth = truthOf(standing);
for (const id of ERASED) truth.delete(id);
const acknowledged = new Map<string, string>();
let kills = { server: 0, engine: 0, whileWorking: 0, whileTaken: 0 };

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tocsin-crash-'));
  server = await ServerProcess.start(directory, { TOCSIN_WATCH_FOLDER: folder.path, TOCSIN_WATCH_SECONDS: '0.2' });
});

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  folder.remove();
});

it(
  'loses nothing and counts nothing twice when engine and server are killed again and again during imports and corrections',
  async () => {
    const work = { left: all.filter((batch) => !byFolder.includes(batch)), done: false };
    const importers = CHANNELS.map((channel) => sendAll(channel === 'folder' ? [...byFolder] : work.left, channel));
    const killing = killAtRandom(() => work.done);
    await Promise.all([...importers, takeBackAndErase()]);
    await killing;
    work.done = true;
    await untilWorkedOff();

    expect(kills.server + kills.engine).toBe(KILLS);
    expect(kills.server).toBeGreaterThan(5);
    expect(kills.engine).toBeGreaterThan(5);
    // the kills have to hit work, not idleness, or this test shows nothing
    expect(kills.whileWorking).toBeGreaterThanOrEqual(20);
    // and the server has to die with files in its hands
    expect(dropped).toEqual(byFolder);
    expect(kills.whileTaken).toBeGreaterThanOrEqual(3);
    await expectEveryImportOnce();
    await expectEveryFilePutAway();
    await expectFiguresToBeTrue();
  },
  10 * 60_000,
);

it('holds the same in its tables: the current complaints and the cube equal the truth row by row', async () => {
  await server.stop();
  const engine = await startEngine({ directory });
  const client = createClient({
    url: engine.url,
    username: engine.username,
    password: engine.password,
    database: 'tocsin',
  });
  const read = async <T>(query: string): Promise<T[]> =>
    (await client.query({ query, format: 'JSONEachRow' })).json<T>() as Promise<T[]>;
  try {
    const rows = await read<CanonicalRecord & { received: string }>(
      `SELECT complaint_id, toString(bitShiftRight(version, 32)) AS version, toString(toDate(received_at)) AS received, region, line, source
       FROM complaint FINAL ORDER BY complaint_id`,
    );
    expect(rows).toEqual(expectedRows());
    const cube = await read<{ key: string; complaints: string }>(
      `SELECT concat(toString(day), ' ', region) AS key, toString(sum(complaints)) AS complaints
       FROM cube_daily_region GROUP BY key ORDER BY key`,
    );
    const counted = [...countByDayAndRegion(truth.values())].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(cube).toEqual(counted.map(([key, complaints]) => ({ key, complaints: String(complaints) })));
  } finally {
    await client.close();
    await engine.stop();
  }
});

/** Sends batches until none is left; a batch whose acknowledgement did not arrive is sent again under its own key. */
async function sendAll(left: Batch[], channel: Channel): Promise<void> {
  for (let batch = left.shift(); batch !== undefined; batch = left.shift()) {
    acknowledged.set(batch.key, await sendUntilTaken(batch, channel));
    await sleep(150);
  }
}

const sendUntilTaken = (batch: Batch, channel: Channel): Promise<string> => until(() => send(batch, channel));

/** Asks again until there is an answer: connections break off while processes are killed. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await sleep(100);
  }
}

/** Withdraws batches as soon as they are visible, sends some of them once more, and erases complaints in between. */
async function takeBackAndErase(): Promise<void> {
  for (const batch of takenBack) {
    const id = await until(async () => {
      const known = (await imports()).find((one) => one.id === acknowledged.get(batch.key));
      return known?.state === 'done' ? known.id : undefined;
    });
    await until(() => post(`/api/v1/imports/${id}/withdraw`, { reason: 'wrong month' }));
    if (sentAgain.includes(batch)) {
      const again = { ...batch, key: `${batch.key}-again` };
      acknowledged.set(again.key, await sendUntilTaken(again, 'api'));
    }
    const complaint = ERASED[takenBack.indexOf(batch) - 1];
    if (complaint !== undefined) {
      await until(() => post('/api/v1/erasures', { by: 'complaint', value: complaint, reason: 'asked for' }));
    }
  }
}

/** Whether it was taken; undefined when it is to be asked again. */
async function post(path: string, body: object): Promise<true | undefined> {
  const answer = await server.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status >= 500) return undefined;
  expect(answer.status).toBe(202);
  return true;
}

/** The import of a file in the folder; it is put down once, and then known by its name. */
async function putDown(batch: Batch): Promise<string | undefined> {
  const name = fileName(batch);
  if (!dropped.includes(batch)) {
    folder.drop(name, toCsv(batch.rows));
    dropped.push(batch);
  }
  return (await imports()).find((one) => one.name === name)?.id;
}

const fileName = ({ key }: Batch) => `${key}.csv`;

async function send(batch: Batch, channel: Channel): Promise<string | undefined> {
  if (channel === 'folder') return putDown(batch);
  const { key, rows } = batch;
  const asFile = { headers: { 'content-type': 'text/csv' }, body: new Uint8Array(gzipSync(toCsv(rows))) };
  const asRows = { headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': key }, body: toNdjson(rows) };
  const answer = await server.fetch('/api/v1/imports?profile=canonical', {
    method: 'POST',
    ...(channel === 'file' ? asFile : asRows),
  });
  if (answer.status >= 500 || answer.status === 429) return undefined;
  expect(answer.status).toBe(202);
  return ((await answer.json()) as Import).id;
}

async function killAtRandom(isOver: () => boolean): Promise<void> {
  const random = seeded(SEED + 1);
  while (kills.server + kills.engine < KILLS && !isOver()) {
    await sleep(100 + random() * 900);
    if (await isWorking()) kills = { ...kills, whileWorking: kills.whileWorking + 1 };
    const isHolding = folder.taken().length > 0;
    if (random() < 0.5) {
      server.killEngine();
      kills = { ...kills, engine: kills.engine + 1 };
      await sleep(random() * 500);
    } else {
      await server.killServer();
      kills = { ...kills, server: kills.server + 1, whileTaken: kills.whileTaken + Number(isHolding) };
      await server.start();
    }
  }
}

const isWithdrawn = new Set(takenBack.map(({ key }) => key));

/** What is still to come: imports under way, and batches that are to be taken back. */
const unfinished = async (): Promise<readonly Import[]> =>
  (await imports()).filter(
    ({ id, state }) => state === 'received' || state === 'running' || (state === 'done' && isWithdrawn.has(keyOf(id))),
  );

const keyOf = (id: string): string => [...acknowledged].find(([, one]) => one === id)?.[0] ?? '';

/** Whether a batch is waiting or being worked on; asked just before a kill. */
const isWorking = (): Promise<boolean> =>
  unfinished().then(
    (batches) => batches.length > 0,
    () => true, // the engine is still down from the last kill while importers keep sending
  );

async function imports(): Promise<Import[]> {
  const answer = await server.fetch('/api/v1/imports');
  if (!answer.ok) throw new Error(`imports: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { imports: Import[] }).imports;
}

/** Waits until all acknowledged batches are done; a batch that failed is an error, not a reason to wait. */
async function untilWorkedOff(): Promise<void> {
  const giveUpAt = performance.now() + 180_000;
  while (performance.now() < giveUpAt) {
    const left = await unfinished().catch(() => undefined);
    if (left?.length === 0) return;
    await sleep(250);
  }
  throw new Error('Imports were still unfinished after three minutes.');
}

async function expectEveryImportOnce(): Promise<void> {
  const known = await imports();
  expect(acknowledged.size).toBe(BATCHES + sentAgain.length);
  expect(known.map(({ id }) => id).sort()).toEqual([...acknowledged.values()].sort());
  for (const { id, state, read, accepted, skipped } of known) {
    expect({ state, read }).toEqual({ state: isWithdrawn.has(keyOf(id)) ? 'withdrawn' : 'done', read: ROWS_EACH });
    // only rows of erased complaints are left out
    expect(read - accepted).toBe(skipped);
    expect(skipped).toBeLessThanOrEqual(ERASED.length * 10);
  }
}

/** Every file of the folder lies there once, as it was put down, with a report that names its import. */
async function expectEveryFilePutAway(): Promise<void> {
  await expect.poll(() => folder.taken(), { timeout: 30_000 }).toEqual([]);
  const files = folder.putAway();
  const expected = dropped.map((batch) => {
    const content = toCsv(batch.rows);
    return { name: fileName(batch), content, import: acknowledged.get(batch.key) };
  });
  expect(files.map(({ ending: _, ...file }) => file)).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)));
  // one that was taken back before it was put away has failed
  const failed = files.filter(({ ending }) => ending === 'failed').map(({ import: id }) => keyOf(id ?? ''));
  expect(failed.filter((key) => !isWithdrawn.has(key))).toEqual([]);
}

/** The cubes follow the last batch within a run of the pipeline; after that they must be right and stay so. */
async function expectFiguresToBeTrue(): Promise<void> {
  await server.fetch('/api/v1/imports?profile=canonical&wait=true', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: toNdjson(standing[0]?.rows.slice(0, 1) ?? []),
  });
  const query = 'from=2026-01-01&until=2026-11-01&by=day&split=region';
  const answer = await server.fetch(`/api/v1/series?${query}`, { headers: { accept: 'application/json' } });
  const { points } = (await answer.json()) as GetSeriesReply;
  const seen = new Map(points.filter(({ value }) => value).map(({ at, split, value }) => [`${at} ${split}`, value]));
  expect(differences(seen, countByDayAndRegion(truth.values()))).toEqual([]);
}

/** `key: seen, expected` wherever two counts differ. */
function differences(seen: ReadonlyMap<string, number | null>, expected: ReadonlyMap<string, number>): string[] {
  const keys = [...new Set([...seen.keys(), ...expected.keys()])].sort();
  return keys
    .filter((key) => seen.get(key) !== expected.get(key))
    .map((key) => `${key}: ${seen.get(key) ?? 0}, ${expected.get(key) ?? 0}`);
}

const expectedRows = () =>
  [...truth.values()]
    .map(({ complaint_id, version, received_at, region, line, source }) => ({
      complaint_id,
      version,
      received: received_at?.slice(0, 10),
      region,
      line,
      source,
    }))
    .sort((a, b) => ((a.complaint_id ?? '') < (b.complaint_id ?? '') ? -1 : 1));
