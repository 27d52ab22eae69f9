import { CreateImport, CreateUpload, type Import, type Problem, PutProfile } from '@tocsin/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;
const TEXAS =
  'complaint_number,received_date,closed_date,coverage_type,coverage_level,finding_type,complaint_filed_by,keywords';
const texas = (id: string) => csv(TEXAS, `${id},2026-11-02,2026-11-09,Life,Individual,Confirmed,Insured,delay`);
const branch = (...ids: string[]) => csv('流水,哪天', ...ids.map((id) => `${id},2026/11/3`));

const send = (payload: string, query = '', headers: Record<string, string> = {}) =>
  server.send({
    ...{ method: 'POST', url: `${CreateImport.path}?wait=true${query}`, payload },
    headers: { 'content-type': 'text/csv', ...headers },
  });
const post = async (...given: Parameters<typeof send>) => JSON.parse((await send(...given)).body) as Import;
const refusal = async (payload: string) => {
  const { statusCode, body } = await send(payload);
  const { detail, errors } = JSON.parse(body) as Problem;
  return { statusCode, zh: detail?.zh, en: detail?.en, errors };
};
const imports = async () =>
  (await server.json<{ imports: Import[] }>({ method: 'GET', url: CreateImport.path })).imports;
const keep = (name: string) =>
  server.send({
    ...{ method: 'PUT', url: PutProfile.path.replace(':name', name) },
    payload: {
      ...{ name, label: { zh: '分公司台账', en: 'Branch ledger' }, dates: ['yyyy/M/d'], constants: { source: 'self' } },
      fields: { complaint_id: { column: '流水' }, received_at: { column: '哪天' } },
    },
  });

it('is one that ships where its columns are those of the file, and the import says so for good', async () => {
  const record = await post(texas('t1'));
  expect(record).toMatchObject({ state: 'done', profile: 'texas', added: 1 });
  expect(record.profileBecause?.zh).toContain('8 列都在模板 texas（得克萨斯州保险局（公开数据））中');
  const kept = await server.json<Import>({ method: 'GET', url: `${CreateImport.path}/${record.id}` });
  expect(kept.profileBecause).toEqual(record.profileBecause);
});

it('is canonical for canonical headings, and whichever is named without a reason', async () => {
  const canonical = await post(csv('complaint_id,received_at,source', 'c1,2026-11-02,self'));
  expect(canonical).toMatchObject({
    profile: 'canonical',
    profileBecause: { en: expect.stringContaining('canonical names') },
  });
  const named = await post(texas('t2'), '&profile=texas');
  expect(named).toMatchObject({ profile: 'texas', profileBecause: null });
});

it('is none where none fits: the file is refused and leaves nothing', async () => {
  const before = (await imports()).length;
  const { statusCode, zh, en, errors } = await refusal(branch('b1'));
  expect([statusCode, errors?.[0]?.path]).toEqual([422, 'profile']);
  expect(zh).toContain('文件缺少列 complaint_id、received_at、source');
  expect(zh).toContain('请在「数据」页用导入向导建立模板');
  expect(en).toContain('tocsin profile suggest FILE');
  expect(await imports()).toHaveLength(before);
});

it('is one that somebody kept, and none of two that fit alike', async () => {
  expect((await keep('branch')).statusCode).toBe(200);
  const key = { 'idempotency-key': 'b' };
  const one = await post(branch('b1', 'b2'), '', key);
  expect(one).toMatchObject({ profile: 'branch', profileVersion: 1, added: 2 });
  expect((await post(branch('b1', 'b2'), '', key)).id).toBe(one.id);
  await keep('branch-copy');
  expect(await refusal(branch('b3'))).toMatchObject({
    statusCode: 422,
    en: expect.stringContaining('branch, branch-copy'),
  });
  expect((await post(branch('b1', 'b2'), '', key)).id).toBe(one.id);
});

it('is found for a file that was sent piece by piece', async () => {
  const body = texas('t3');
  const tus = { 'tus-resumable': '1.0.0' };
  const headers = { ...tus, 'upload-length': String(Buffer.byteLength(body)) };
  const { headers: made } = await server.send({ method: 'POST', url: CreateUpload.path, headers });
  const url = String(made.location);
  const piece = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  await server.send({ method: 'PATCH', url, headers: piece, payload: body });
  const record = await server.json<Import>({
    ...{ method: 'POST', url: `${CreateImport.path}?wait=true&upload=${String(url.split('/').at(-1))}` },
  });
  expect(record).toMatchObject({ profile: 'texas', state: 'done', profileBecause: { en: expect.any(String) } });
});

it('is not asked of a file that cannot be read: its import says why', async () => {
  const record = await post('%PDF-1.7 a report, no table\n');
  expect(record).toMatchObject({ state: 'failed', error: { zh: expect.any(String) } });
});
