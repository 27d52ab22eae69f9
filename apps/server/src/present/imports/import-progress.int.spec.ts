import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Import, ImportProgress } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IngestStage } from '../../ingest/ingest.stage.ts';
import { ImportsUnderWay } from '../../pipeline/imports-under-way.ts';
import { TestEventSource } from '../../testing/event-source.ts';
import { workbookStream } from '../figures/workbook.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Enough rows for several blocks. */
const rows = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i},2026-0${1 + (i % 9)}-02 10:00:00,self`);
const csv = (prefix: string, count: number) =>
  ['complaint_id,received_at,source', ...rows(prefix, count), ''].join('\n');

const headers = () => ({ authorization: `Bearer ${server.localToken}` });
const send = (payload: string) =>
  server.json<Import>({ method: 'POST', url: '/api/v1/imports', headers: { 'content-type': 'text/csv' }, payload });
const cancel = (id: string) => server.send({ method: 'POST', url: `/api/v1/imports/${id}/cancel` });
const follow = (id: string) => TestEventSource.open(`${server.url}/api/v1/imports/${id}/progress`, headers());

const underWay = () => server.app.get(ImportsUnderWay, { strict: false });

async function restOf(source: TestEventSource): Promise<ImportProgress[]> {
  const told: ImportProgress[] = [];
  for (let event = await source.next(); event !== undefined; event = await source.next()) {
    expect(event.event).toBe('progress');
    told.push(ImportProgress.parse(event.data));
  }
  return told;
}

/** Runs `act` when the next import reaches the step, and holds nothing up. */
function once(step: 'begun' | 'stored' | 'settled', act: () => void): void {
  const stage = server.app.get(IngestStage, { strict: false });
  stage.reached = (reached) => {
    if (reached !== step) return;
    stage.reached = undefined;
    act();
  };
}

describe('following an import', () => {
  it('goes forward to the end, and the line ends with it', async () => {
    const { id } = await send(csv('f', 30_000));
    const told = await restOf(await follow(id));
    const order = ['waiting', 'reading', 'settling', 'adding-up', 'over'];
    const places = told.map(({ stage }) => order.indexOf(stage));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ stage: 'over', share: 1, import: { state: 'done', added: 30_000 } });
  });

  it('tells of a workbook how much of its sheet has been read, with the counts so far', async () => {
    const cells = rows('x', 120_000).map((line) => line.split(','));
    const parts = Array.from({ length: 60 }, (_, i) => cells.slice(i * 2_000, (i + 1) * 2_000));
    const payload = await buffer(workbookStream(['complaint_id', 'received_at', 'source'], Readable.from(parts)));
    const headers = { 'content-type': 'application/octet-stream' };
    const { id } = await server.json<Import>({ method: 'POST', url: '/api/v1/imports', headers, payload });
    const told = await restOf(await follow(id));
    const reading = told.filter(({ stage, share }) => stage === 'reading' && share > 0 && share < 1);
    expect(reading.length).toBeGreaterThan(0);
    expect(reading.some((one) => one.import.read > 0 && one.import.read < cells.length)).toBe(true);
    for (const { import: so } of reading) expect(so.read).toBe(so.accepted + so.rejected + so.skipped);
    expect(told.at(-1)).toMatchObject({ stage: 'over', import: { state: 'done', added: cells.length } });
    expect(told.at(-1)?.import.layout?.format).toBe('xlsx');
  });

  it('begins again with how it stands after the line broke, also when all is over', async () => {
    const { id } = await send(csv('g', 30_000));
    const first = await follow(id);
    await first.next();
    await first.close();
    expect((await restOf(await follow(id))).at(-1)?.stage).toBe('over');
    expect(await restOf(await follow(id))).toMatchObject([{ stage: 'over', import: { added: 30_000 } }]);
  });

  it('says no for an import that does not exist, and to strangers', async () => {
    const url = '/api/v1/imports/nothing/progress';
    expect((await server.send({ method: 'GET', url })).statusCode).toBe(404);
    expect((await fetch(`${server.url}${url}`)).status).toBe(401);
  });
});

describe('cancelling', () => {
  /** Cancels the next import as soon as it is at work. */
  const atWork = () =>
    new Promise<Awaited<ReturnType<typeof cancel>>>((resolve, reject) => {
      once('begun', () => void cancel(underWay().current ?? '').then(resolve, reject));
    });
  const points = async () => {
    const url = '/api/v1/series?measure=complaints&from=2026-01-01&until=2027-01-01&by=year';
    const { points } = await server.json<{ points: { value: number | null }[] }>({ method: 'GET', url });
    return points[0]?.value ?? 0;
  };

  it('leaves nothing, neither rows nor the file', async () => {
    const before = await points();
    const answer = atWork();
    const { id } = await send(csv('c', 100_000));
    expect(JSON.parse((await answer).body)).toMatchObject({ id, state: 'cancelled', added: 0, error: null });
    await server.pipeline.run();
    expect(await points()).toBe(before);
    expect(existsSync(join(server.config.dataDirectory, 'inbox', id))).toBe(false);
    expect(await restOf(await follow(id))).toMatchObject([{ stage: 'over', import: { state: 'cancelled' } }]);
  });

  it('of an import that waits behind another is answered at once and done when its turn comes', async () => {
    const reached = new Promise<void>((resolve) => once('begun', resolve));
    const first = await send(csv('w', 100_000));
    await reached;
    const second = await send(csv('x', 10));
    expect(JSON.parse((await cancel(second.id)).body)).toMatchObject({ id: second.id, state: 'received' });
    expect((await restOf(await follow(first.id))).at(-1)?.import).toMatchObject({ state: 'done', added: 100_000 });
    expect((await restOf(await follow(second.id))).at(-1)?.import).toMatchObject({ state: 'cancelled', read: 0 });
  });

  it('that was asked for before a crash is carried out by the next run', async () => {
    const stage = server.app.get(IngestStage, { strict: false });
    let answer: ReturnType<typeof cancel> | undefined;
    stage.reached = () => {
      answer = cancel(underWay().current ?? '');
      stage.reached = undefined;
      throw new Error('crash after begun');
    };
    const { id } = await send(csv('y', 100_000));
    await server.pipeline.run();
    await answer;
    await server.pipeline.run();
    expect(await restOf(await follow(id))).toMatchObject([{ import: { state: 'cancelled', added: 0 } }]);
    expect(existsSync(join(server.config.dataDirectory, 'inbox', id))).toBe(false);
  });

  it('makes room for the same file, which is then imported as if for the first time', async () => {
    const answer = atWork();
    const { id } = await send(csv('s', 100_000));
    await answer;
    const again = await send(csv('s', 100_000));
    expect(again.id).not.toBe(id);
    expect((await restOf(await follow(again.id))).at(-1)?.import).toMatchObject({ state: 'done', added: 100_000 });
  });

  it('is refused once the rows are visible', async () => {
    const { id } = await send(csv('v', 10));
    await server.pipeline.run();
    const reply = await cancel(id);
    expect(reply.statusCode).toBe(409);
    expect(reply.body).toContain('withdraw it');
  });

  it('is counted by how the import came and how it ended', async () => {
    const { body } = await server.send({ method: 'GET', url: '/metrics' });
    expect(body).toMatch(/tocsin_imports_total\{channel="upload",state="cancelled"\} [1-9]/);
    expect(body).toMatch(/tocsin_import_rows_total\{channel="upload",outcome="accepted"\} [1-9]\d+/);
  });
});
