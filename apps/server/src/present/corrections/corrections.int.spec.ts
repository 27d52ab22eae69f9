import { Erasure, Import, ListErasures } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const HEADER = 'complaint_id,received_at,updated_at,source,complainant_name,complainant_phone,complainant_id_number';
const send = async (...rows: string[]) =>
  Import.parse(
    await server.json({
      method: 'POST',
      url: '/api/v1/imports?wait=true',
      headers: { 'content-type': 'text/csv' },
      payload: [HEADER, ...rows, ''].join('\n'),
    }),
  );
const post = (url: string, payload: object) => server.send({ method: 'POST', url, payload });
const get = async (id: string) => Import.parse(await server.json({ method: 'GET', url: `/api/v1/imports/${id}` }));

/** Complaints by month, `2026-01-01 3`. */
async function months(): Promise<string[]> {
  const url = '/api/v1/series?measure=complaints&from=2026-01-01&until=2026-04-01&by=month';
  const { points } = await server.json<{ points: { at: string; value: number }[] }>({ method: 'GET', url });
  return points.filter(({ value }) => value > 0).map(({ at, value }) => `${at} ${value}`);
}

const withdraw = async (id: string) =>
  JSON.parse((await post(`/api/v1/imports/${id}/withdraw?wait=true`, { reason: '列对应有误' })).body) as object;

async function erase(by: string, value: string): Promise<Erasure> {
  const reply = await post('/api/v1/erasures?wait=true', { by, value, reason: '本人申请' });
  expect(reply.statusCode).toBe(202);
  return Erasure.parse(JSON.parse(reply.body));
}

describe('withdrawing an import', () => {
  const corrected = ['a,2026-02-10,2026-02-11,self,,,', 'c,2026-03-01,2026-03-01,self,,,'];

  it('makes every figure what it would be had it never come, and the same file may come again', async () => {
    await send('a,2026-01-10,2026-01-10,self,,,', 'b,2026-01-11,2026-01-11,self,,,');
    const second = await send(...corrected);
    expect(await months()).toEqual(['2026-01-01 1', '2026-02-01 1', '2026-03-01 1']);

    expect(await withdraw(second.id)).toEqual({ state: 'done' });
    expect(await months()).toEqual(['2026-01-01 2']);
    expect(await get(second.id)).toMatchObject({ state: 'withdrawn', added: 1, updated: 1 });
    expect(await withdraw(second.id)).toEqual({ state: 'done' });

    const again = await send(...corrected);
    expect(again).toMatchObject({ id: expect.not.stringMatching(second.id), state: 'done', added: 1, updated: 1 });
    expect(await months()).toEqual(['2026-01-01 1', '2026-02-01 1', '2026-03-01 1']);
  });

  it('is refused for what is not there, and for what has not been imported', async () => {
    expect((await post('/api/v1/imports/none/withdraw', { reason: 'x' })).statusCode).toBe(404);
    const failed = await server.json<Import>({
      method: 'POST',
      url: '/api/v1/imports?wait=true&profile=canonical',
      headers: { 'content-type': 'text/csv' },
      payload: 'one,two\n1,2\n',
    });
    expect(failed.state).toBe('failed');
    expect((await post(`/api/v1/imports/${failed.id}/withdraw`, { reason: 'x' })).statusCode).toBe(409);
  });
});

describe('erasing a person', () => {
  // An invented number with a right checksum, in the range of test numbers.
  const identity = '11010519491231002X';
  const rows = [
    `p1,2026-01-20,2026-01-20,self,欧阳测试,13800001234,${identity}`,
    'p2,2026-01-21,2026-01-21,self,欧阳测试,138 0000 1234,',
    `p3,2026-01-22,2026-01-22,self,欧阳测试,,${identity}`,
    'p4,2026-01-23,2026-01-23,self,欧阳测试,13900005678,',
  ];

  it('by phone finds complaints that also have an identity number, and leaves namesakes', async () => {
    await send(...rows);
    expect(await months()).toContain('2026-01-01 5');
    const erasure = await erase('phone', '13800001234');
    expect(erasure).toMatchObject({ by: 'phone', state: 'done', complaints: 2, reason: '本人申请' });
    expect(erasure.shown).not.toContain('0000');
    expect(await months()).toContain('2026-01-01 3');
  });

  it('keeps them out when an old file comes again, whatever version it brings', async () => {
    const again = await send(
      ...rows,
      'p1,2026-01-20,2026-06-01,self,,,',
      'p9,2026-01-24,2026-01-24,self,,13800001234,',
    );
    expect(again).toMatchObject({ read: 6, accepted: 2, duplicate: 2, skipped: 4 });
    expect(again.skips).toMatchObject([{ code: 'erased', rows: 4 }]);
    expect(await months()).toContain('2026-01-01 3');
  });

  it('keeps no refused row of theirs', async () => {
    const bad = await send('p8,2026-02-30,,self,,13800001234,', 'q8,2026-02-30,,self,,13900005678,');
    expect(bad).toMatchObject({ read: 2, accepted: 0, rejected: 1, skipped: 1 });
  });

  it('goes on by identity number and by complaint number; the list shows none of the values', async () => {
    expect(await erase('identity', identity.toLowerCase())).toMatchObject({ state: 'done', complaints: 1 });
    expect(await erase('complaint', 'p4')).toMatchObject({ state: 'done', complaints: 1 });
    expect(await erase('name', '查无此人')).toMatchObject({ state: 'done', complaints: 0 });
    const body = await server.json({ method: 'GET', url: ListErasures.path });
    const { erasures } = ListErasures.reply.parse(body);
    expect(erasures.map(({ by }) => by)).toEqual(['name', 'complaint', 'identity', 'phone']);
    expect(JSON.stringify(body)).not.toMatch(/19491231|查无此人|00001234/);
  });

  it('takes no blank value', async () => {
    expect((await post('/api/v1/erasures', { by: 'phone', value: ' - ', reason: 'x' })).statusCode).toBe(400);
  });
});

describe('lineage', () => {
  it('leads from a figure to the import and its rows, and from a complaint to its versions', async () => {
    const { id } = await send('L1,2026-03-20,2026-03-20,self,,,', 'L2,2026-03-20,2026-03-20,regulator,,,');
    const url = '/api/v1/lineage?from=2026-03-20&until=2026-03-21&source=regulator';
    expect(await server.json({ method: 'GET', url })).toMatchObject({
      batches: [{ id, profile: 'canonical', complaints: 1, firstRow: 3, lastRow: 3 }],
      complaints: 1,
    });
    const later = await send('L2,2026-03-19,2026-03-22,regulator,,,');
    expect(await server.json({ method: 'GET', url: '/api/v1/complaints/L2/versions' })).toMatchObject({
      versions: [
        { batchId: later.id, row: 2, receivedOn: '2026-03-19', current: true },
        { batchId: id, row: 3, receivedOn: '2026-03-20', current: false },
      ],
      sentence: null,
    });
    const erased = await server.json({ method: 'GET', url: '/api/v1/complaints/p1/versions' });
    expect(erased).toMatchObject({ versions: [], sentence: { en: expect.stringContaining('erased') as string } });
  });
});
