import { gzipSync } from 'node:zlib';
import type { GetReferenceReply, ListReferenceReply, ReferenceOutcome, ReferenceVersion } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const at = (path: string) => `/api/v1/${path}`;
const csv = { 'content-type': 'text/csv' };
const put = (path: string, payload: string, method: 'POST' | 'PUT' = 'POST') =>
  server.json<ReferenceOutcome>({ method, url: at(path), headers: csv, payload });
const page = (table: string, query = '') => server.json<GetReferenceReply>({ url: at(`reference/${table}${query}`) });
const codes = async (table: string, query = '') => (await page(table, query)).rows.map(({ key }) => key);
const history = async (table: string) =>
  (await server.json<{ versions: ReferenceVersion[] }>({ url: at(`reference/${table}/history`) })).versions;

describe('a file for a table', () => {
  it('is taken row by row; what cannot be taken is said in both languages', async () => {
    const outcome = await put('reference/product?name=products.csv', 'code,zh\nP1,安心\n,无名\nP2,如意\n');
    expect(outcome).toMatchObject({ version: 1, accepted: 2, added: 2, rejected: [{ row: 3 }] });
    expect(outcome.rejected[0]?.sentence).toEqual({ zh: '代码（code）为必填。', en: 'code is required.' });
    expect(await codes('product')).toEqual(['P1', 'P2']);
  });

  it('changes nothing when it comes again', async () => {
    expect(await put('reference/product', 'code,zh\nP1,安心\n')).toMatchObject({ version: 1, unchanged: 1, added: 0 });
    expect(await history('product')).toHaveLength(1);
  });

  it('stores nothing on trial, and says what it would do', async () => {
    expect(await put('reference/product?dryRun=true&mode=replace', 'code,zh\nP3,新\n')).toMatchObject({
      ...{ dryRun: true, version: 1, added: 1, removed: 2 },
    });
    expect(await codes('product')).toEqual(['P1', 'P2']);
  });

  it('replaces the table, but not when a row of it is refused', async () => {
    expect(await put('reference/product?mode=replace', 'code,zh\nP3,新\n,x\n')).toMatchObject({
      version: 1,
      dryRun: true,
    });
    expect(await put('reference/product?mode=replace', 'code,zh\nP3,新\n')).toMatchObject({ version: 2, removed: 2 });
    expect(await codes('product')).toEqual(['P3']);
  });
});

describe('a file as people export it', () => {
  const send = (name: string, payload: Buffer) =>
    server.json<ReferenceOutcome>({
      ...{ method: 'POST', url: at(`reference/${name}`), payload },
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('is read in GBK with Chinese headings, and packed with semicolons; rows are numbered as they stand', async () => {
    // 代码,中文名称 / N1,中文 / N2,名称 / ,中文 in GB 18030
    const gbk = 'b4fac2eb2cd6d0cec4c3fbb3c60a4e312cd6d0cec40a4e322cc3fbb3c60a2cd6d0cec40a';
    expect(await send('link', Buffer.from(gbk, 'hex'))).toMatchObject({ added: 2, rejected: [{ row: 4 }] });
    expect((await page('link')).rows.map(({ cells }) => cells['zh'])).toEqual(['中文', '名称']);
    expect(await send('link', gzipSync('code;zh\nN3;丙\nN4;丁\n'))).toMatchObject({ added: 2, rejected: [] });
  });

  it('loses no row that cannot be read: each is refused by its number, and the others are taken', async () => {
    const good = Array.from({ length: 20 }, (_, i) => `U${i};名${i};N${i}\n`);
    const bad = ['V1;乙\n', 'V2;丙;C;D\n', '合计;丁\n', 'V3;"戊;E\n'];
    const outcome = await send('link', Buffer.from(['code;zh;en\n', ...good, ...bad, 'V4;己;F\n'].join('')));
    expect(outcome.rejected.map(({ row }) => row)).toEqual([22, 23, 24, 25]);
    expect(outcome).toMatchObject({ accepted: 21, added: 21 });
    const comma = await send('link', Buffer.from('code,zh\nW1,甲\nW2,"乙\nW3,丙\n'));
    expect(comma).toMatchObject({
      added: 2,
      rejected: [{ row: 3, sentence: { en: expect.stringContaining('quote') } }],
    });
    expect(await codes('link')).toEqual(expect.arrayContaining(['U0', 'V4', 'W1', 'W3']));
  });

  it('is refused where a column stands there twice: nobody knows which one counts', async () => {
    const twice = await send('link', Buffer.from('code,zh,名称,名称\nZ1,甲,乙,丙\n'));
    expect(twice).toMatchObject({ accepted: 1 });
    const { rejected } = await send('link', Buffer.from('code,zh,zh\nZ2,甲,乙\n'));
    expect(rejected).toMatchObject([{ row: 1, sentence: { en: expect.stringContaining('zh appear twice') } }]);
  });

  it('is refused in one sentence where its columns are not those of the table', async () => {
    expect((await send('link', Buffer.from('x,y\n1,2\n'))).rejected).toMatchObject([
      { row: 1, sentence: { en: 'The columns code, zh are missing: add them and send the table again.' } },
    ]);
  });
});

describe('every version', () => {
  it('can be read, is listed with who made it, and can be made the newest again', async () => {
    expect(await codes('product', '?version=1')).toEqual(['P1', 'P2']);
    const restore = { method: 'POST', url: at('reference/product/restore'), payload: { version: 1 } } as const;
    expect(await server.json(restore)).toMatchObject({ version: 3, added: 2, removed: 1 });
    expect(await codes('product')).toEqual(['P1', 'P2']);
    expect((await history('product')).map(({ version, mode, name, rows }) => [version, mode, name, rows])).toEqual([
      [3, 'restore', '1', 2],
      [2, 'replace', '', 1],
      [1, 'merge', 'products.csv', 2],
    ]);
  });

  it('belongs to a day', async () => {
    expect(await page('product', '?asOf=2026-11-22')).toMatchObject({ version: 3, total: 2 });
    expect(await page('product', '?asOf=2026-11-21')).toMatchObject({ version: 0, total: 0 });
  });
});

describe('a row', () => {
  const row = (key: string, method: 'PUT' | 'DELETE', cells?: object) =>
    server.send({
      ...{ method, url: at(`reference/exposure/rows/${encodeURIComponent(key)}`) },
      ...(cells && { payload: { cells } }),
    });

  it('is added, changed, given another key, and removed', async () => {
    await row('2026-03|||life', 'PUT', { month: '2026-03', line: 'life', premium: '10' });
    await row('2026-03|||life', 'PUT', { month: '2026-04', line: 'life', premium: '12' });
    expect((await page('exposure')).rows).toMatchObject([
      { key: '2026-04|||life', cells: { month: '2026-04', line: 'life', premium: '12' } },
    ]);
    expect((await row('2026-04|||life', 'DELETE')).statusCode).toBe(200);
    expect((await row('2026-04|||life', 'DELETE')).statusCode).toBe(404);
    expect(await codes('exposure')).toEqual([]);
  });

  it('is refused with what is wrong with it', async () => {
    const reply = await row('2026-03|||', 'PUT', { month: '2026-3', premium: '-1' });
    expect(reply.statusCode).toBe(422);
    expect(JSON.parse(reply.body)).toMatchObject({
      detail: {
        en: 'month "2026-3" is not valid: write it like 2026-03. premium "-1" is not a figure: give 0 or more, without thousands separators.',
      },
    });
  });
});

it.each(['[]', '"cells"', 'null'])(
  'a body that is no object, %s, is refused in a sentence that says so',
  async (payload) => {
    const reply = await server.send({
      ...{ method: 'PUT', url: at('reference/exposure/rows/2026-03'), payload },
      headers: { 'content-type': 'application/json' },
    });
    expect(reply.statusCode).toBe(400);
    expect(JSON.parse(reply.body)).toMatchObject({
      detail: {
        zh: expect.stringContaining('请求体必须是一个 JSON 对象'),
        en: expect.stringContaining('The body must be a JSON object'),
      },
    });
  },
);

describe('works that would count twice', () => {
  const header = 'period,organisation,kind,metric,value';
  const sent = (query: string, ...rows: string[]) => put(`reference/work${query}`, [header, ...rows].join('\n'));

  it('are refused by their rows, in a file and beside what the table holds; the others are taken', async () => {
    const first = await sent('', '2026Q1,,review,产品,41', '2026-02,,review,产品,12', '2026Q1,hq.a,review,产品,30');
    expect(first).toMatchObject({ accepted: 2, added: 2, rejected: [{ row: 3 }] });
    expect(first.rejected[0]?.sentence.en).toMatch(/^"2026-02 whole company" overlaps "2026Q1 whole company"/);
    const later = await sent('', '2026H1,,review,产品,90', '2026Q2,,review,产品,49');
    expect(later).toMatchObject({ added: 1, rejected: [{ row: 2 }] });
    expect(later.rejected[0]?.sentence.zh).toMatch(/^「2026H1 全公司」与「2026Q1 .*重叠/);
    expect(await codes('work')).toEqual(['2026Q1|hq.a|review|产品', '2026Q1||review|产品', '2026Q2||review|产品']);
  });

  it('make a table that replaces it no whole, and it is not stored', async () => {
    const half = '2026H1,,review,产品,90';
    expect(await sent('?mode=replace', half, '2026Q2,,review,产品,49')).toMatchObject({
      ...{ dryRun: true, rejected: [{ row: 3 }] },
    });
    expect(await sent('?mode=replace', half)).toMatchObject({ dryRun: false, added: 1, removed: 3, rejected: [] });
  });

  it('are refused one by one too', async () => {
    const put = (key: string, cells: Record<string, string>) =>
      server.send({ method: 'PUT', url: at(`reference/work/rows/${encodeURIComponent(key)}`), payload: { cells } });
    const cells = { period: '2026-03', kind: 'review', metric: '产品', value: '3' };
    const reply = await put('2026-03||review|产品', cells);
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('overlaps');
    // in the place of the half year there is nothing left to overlap
    expect((await put('2026H1||review|产品', cells)).statusCode).toBe(200);
  });
});

describe('the list of tables', () => {
  it('says what each holds and how far it reaches', async () => {
    await put('reference/exposure', 'month,premium\n2026-09,1\n2026-10,1\n');
    const { tables } = await server.json<ListReferenceReply>({ url: at('reference') });
    expect(tables.find(({ table }) => table === 'exposure')).toMatchObject({ rows: 2, reaches: '2026-10' });
    expect(tables.find(({ table }) => table === 'crosswalk')).toEqual({
      ...{ table: 'crosswalk', rows: 0, newest: null, reaches: null },
    });
  });

  it('gives each as a file that can be brought in again', async () => {
    const reply = await server.send({ url: at('reference/exposure'), headers: { accept: 'text/csv' } });
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.body).toBe(
      '\uFEFFmonth,region,organisation,line,premium,policies,person_times\r\n2026-09,,,,1,,\r\n2026-10,,,,1,,\r\n',
    );
    expect(await put('reference/exposure?mode=replace', reply.body)).toMatchObject({ unchanged: 2, removed: 0 });
  });
});

describe('the names that scripts know', () => {
  it('merge into the same tables', async () => {
    expect(await put('exposures', 'month,premium\n2026-10,2\n')).toEqual({ accepted: 1, rejected: [] });
    expect(await put('dictionaries/line', 'code,zh\nlife.x,新险\n', 'PUT')).toEqual({ accepted: 1, rejected: [] });
    expect((await page('exposure', '?search=2026-10')).rows[0]?.cells['premium']).toBe('2');
    expect(await codes('line')).toEqual(['life.x']);
    const { dictionaries } = await server.json<{ dictionaries: Record<string, { code: string; zh: string }[]> }>({
      url: at('dictionaries'),
    });
    expect(dictionaries['line']).toContainEqual({ code: 'life.x', zh: '新险', en: '新险' });
  });
});

describe('who may change a table', () => {
  it('is an administrator or a data operator who sees the whole company; others are refused', async () => {
    const key = async (role: string, organisations: string[]) =>
      (
        await server.json<{ key: string }>({
          ...{ method: 'POST', url: at('keys') },
          payload: { label: `${role} ${organisations.length}`, role, organisations },
        })
      ).key;
    const change = async (token: string) =>
      (
        await server.send({
          ...{ method: 'POST', url: at('reference/line'), payload: 'code,zh\nx,x\n' },
          headers: { ...csv, authorization: `Bearer ${token}` },
        })
      ).statusCode;
    expect(await change(await key('operator', []))).toBe(200);
    expect(await change(await key('operator', ['hq.east']))).toBe(403);
    expect(await change(await key('analyst', []))).toBe(403);
  });

  it('does not know a table that is none', async () => {
    expect((await server.send({ url: at('reference/nothing') })).statusCode).toBe(404);
  });
});
