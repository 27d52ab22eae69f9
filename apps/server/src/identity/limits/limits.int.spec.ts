import { CreateApiKey, CreateComplaints, CreateImport, type Problem } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetupService } from '../setup.service.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { requestsPerMinute: 6, rowsPerMinute: 60 } });
});
afterAll(() => server.stop());

type Headers = Record<string, string>;
async function key(label: string): Promise<Headers> {
  const payload = { label, role: 'operator' };
  const made = await server.json<{ key: string }>({ method: 'POST', url: CreateApiKey.path, payload });
  return { authorization: `Bearer ${made.key}` };
}
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ complaint_id: `l${from + at}`, received_at: '2026-11-20', source: 'self' },
  }));
const post = (headers: Headers, complaints: object[]) =>
  server.send({ method: 'POST', url: CreateComplaints.path, headers, payload: { complaints } });
const read = (headers: Headers) => server.send({ method: 'GET', url: '/api/v1/session', headers });
const waitS = ({ headers }: { headers: Record<string, unknown> }) => Number(headers['retry-after']);

describe('requests', () => {
  it('are counted for each key by itself, and refused beyond the limit until it has filled up again', async () => {
    const [one, other] = [await key('one'), await key('other')];
    const first = await post(one, []);
    expect(first.statusCode).toBe(400); // what is wrong counts too
    expect(first.headers).toMatchObject({
      ratelimit: '"requests";r=5;t=10, "rows";r=60;t=0',
      'ratelimit-policy': '"requests";q=6;w=60, "rows";q=60;w=60',
    });
    for (let sent = 1; sent < 6; sent++) expect((await post(one, [])).statusCode).toBe(400);
    const refused = await post(one, []);
    expect([refused.statusCode, waitS(refused)]).toEqual([429, 10]);
    expect(refused.headers.ratelimit).toMatch(/^"requests";r=0;t=60,/);
    const { code, detail } = JSON.parse(refused.body) as Problem;
    expect(code).toBe('too-many-requests');
    expect(detail?.zh).toContain('每分钟最多 6 次写入请求，已用完：请在 10 秒后重试');
    expect(detail?.en).toContain('TOCSIN_API_REQUESTS_PER_MINUTE');
    expect((await post(other, [])).statusCode).toBe(400);
    server.clock.move(10_000);
    expect((await post(one, [])).statusCode).toBe(400);
    expect((await post(one, [])).statusCode).toBe(429);
  });

  it('that read are counted apart, and may be ten times as many', async () => {
    const reader = await key('reader');
    for (let sent = 0; sent < 60; sent++) expect((await read(reader)).statusCode).toBe(200);
    const refused = await read(reader);
    expect([refused.statusCode, waitS(refused)]).toEqual([429, 1]);
    expect(refused.body).toContain('60 次读取请求');
    expect((await post(reader, [])).statusCode).toBe(400);
  });

  it('of two sessions of one account are counted apart, and those of the command on this machine not at all', async () => {
    const password = 'long enough for anyone';
    const { code } = server.app.get(SetupService);
    const stranger = { authorization: 'none' };
    const payload = { code, name: 'chief', password };
    await server.send({ method: 'POST', url: '/api/v1/setup', headers: stranger, payload });
    const signIn = async (): Promise<Headers> => {
      const signed = { method: 'POST', url: '/api/v1/session', headers: stranger } as const;
      const { headers } = await server.send({ ...signed, payload: { name: 'chief', password } });
      return { cookie: String(headers['set-cookie']).split(';', 1)[0] ?? '' };
    };
    const [here, there] = [await signIn(), await signIn()];
    for (let sent = 0; sent < 6; sent++) await post(here, []);
    expect((await post(here, [])).statusCode).toBe(429);
    expect((await post(there, [])).statusCode).toBe(400);
    for (let sent = 0; sent < 10; sent++) {
      const { statusCode, headers } = await server.send({ method: 'POST', url: CreateComplaints.path, payload: {} });
      expect([statusCode, headers.ratelimit]).toEqual([400, undefined]);
    }
  });
});

describe('rows', () => {
  it('may be more than are left, and the next ones wait until those are worked off', async () => {
    const sender = await key('sender');
    expect((await post(sender, rows(0, 50))).statusCode).toBe(200);
    expect((await post(sender, rows(50, 20))).statusCode).toBe(200); // 10 were left: 10 are owed
    const refused = await post(sender, rows(70, 1));
    expect([refused.statusCode, waitS(refused)]).toEqual([429, 11]);
    expect(refused.body).toContain('60 行数据');
    expect((await read(sender)).statusCode).toBe(200);
    server.clock.move(11_000);
    expect((await post(sender, rows(70, 1))).statusCode).toBe(200);
  });

  it('of a file are counted by its bytes', async () => {
    const sender = { ...(await key('files')), 'content-type': 'text/csv' };
    const file = (id: string) =>
      `complaint_id,received_at,source,narrative\n${id},2026-11-20,self,${'x'.repeat(200 * 60)}\n`;
    const send = (id: string) =>
      server.send({ method: 'POST', url: CreateImport.path, headers: sender, payload: file(id) });
    expect((await send('f1')).statusCode).toBe(202);
    const refused = await send('f2');
    expect([refused.statusCode, waitS(refused)]).toEqual([429, 2]);
  });
});
