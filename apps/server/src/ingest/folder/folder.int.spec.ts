import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ImportRecord, listImports, pullOutcomes, saveImport } from '@tocsin/warehouse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config.ts';
import type { Refusal } from '../../refusal.ts';
import { RejectedRowsService } from '../doors/rejected-rows.service.ts';
import type { ImportsService } from '../imports.service.ts';
import { IngestBench } from '../testing.ts';
import type { ClaimReport } from './claim-report.ts';
import { FolderService } from './folder.service.ts';
import type { FolderFeed } from './place.ts';

const table = (...ids: string[]) =>
  ['complaint_id,received_at,source', ...ids.map((id) => `${id},2026-01-02,self`), ''].join('\n');

/** 15 March 2026, noon in Shanghai, by the clock of the bench. */
const DAY = '2026-03-15';
const LIMIT = 4_000;
const ledger: FolderFeed = { feed: 'ledger', profile: 'canonical', enabled: true };

let bench: IngestBench;
let root: string;
let service: FolderService;

beforeAll(async () => {
  bench = await IngestBench.open();
});
afterAll(() => bench.close());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-folder-'));
  service = newService();
  return () => rm(root, { recursive: true, force: true });
});

/** As a process that has just started. */
function newService(imports: Pick<ImportsService, 'receive' | 'start' | 'get'> = bench.imports): FolderService {
  const config = {
    ...loadConfig({ TOCSIN_WATCH_FOLDER: root }),
    import: { workers: 1, maxBytes: LIMIT },
    originals: { key: 'another key of the test', days: 30 },
  };
  const clock = { now: () => bench.now };
  return new FolderService(bench.warehouse, config, clock, imports, new RejectedRowsService(bench.warehouse, config));
}

const drop = (name: string, content: string) => writeFile(join(root, name), content);
const poll = (feeds: readonly FolderFeed[] = [ledger], by = service, mayWork = true) =>
  by.poll(feeds, async () => mayWork);

/** Long enough for whatever lies there to be taken, imported and put away. */
async function lookAround(feeds?: readonly FolderFeed[]): Promise<void> {
  for (const _ of ['seen', 'taken']) await poll(feeds);
  await bench.run();
  await poll(feeds);
}

const inFolder = async (...parts: string[]): Promise<string[]> =>
  (await readdir(join(root, ...parts)).catch(() => [])).sort();
const text = (...parts: string[]) => readFile(join(root, ...parts), 'utf8');
const reportOf = async (...parts: string[]) => JSON.parse(await text(...parts)) as ClaimReport;
const imported = async (name: string): Promise<ImportRecord[]> =>
  (await bench.warehouse.rows(listImports(200))).filter((record) => record.name === name);
const outcomeOf = async (feed: string) =>
  (await bench.warehouse.rows(pullOutcomes())).find((outcome) => outcome.feed === feed);

describe('a file that is put down', () => {
  it('is imported once it stands still, and lies in done with a report that only the server may read', async () => {
    await drop('january.csv', table('a1', 'a2'));
    await poll();
    expect(await inFolder()).toContain('january.csv');
    await poll();
    expect(await inFolder()).not.toContain('january.csv');
    expect(await inFolder('.taken')).toEqual([expect.stringMatching(/^[0-9a-f-]{36}-january\.csv$/)]);
    await bench.run();
    await poll();
    const [record] = await imported('january.csv');
    expect(record).toMatchObject({ channel: 'folder', feed: '', profile: 'canonical', state: 'done', added: 2 });
    expect(await inFolder('done', DAY)).toEqual(['january.csv', 'january.csv.report.json']);
    expect(await text('done', DAY, 'january.csv')).toBe(table('a1', 'a2'));
    expect(await reportOf('done', DAY, 'january.csv.report.json')).toMatchObject({
      ...{ import: record?.id, state: 'done', file: 'january.csv', sentence: null, rejectedFile: null },
      counts: { read: 2, accepted: 2, added: 2, updated: 0, duplicate: 0, warned: 0, rejected: 0, skipped: 0 },
    });
    expect((await stat(join(root, 'done', DAY, 'january.csv.report.json'))).mode & 0o777).toBe(0o600);
    expect(await inFolder('.taken')).toEqual([]);
  });

  it('is left alone while it grows, and under a name of what is not finished', async () => {
    const waiting = ['b.csv.part', 'b.TMP', 'b.crdownload', '.b.csv', '~$b.xlsx', 'Thumbs.db'];
    for (const name of waiting) await drop(name, table('never'));
    await drop('growing.csv', table('b1'));
    await poll();
    await drop('growing.csv', table('b1', 'b2'));
    await poll();
    expect(await inFolder()).toEqual([...waiting, 'growing.csv', 'ledger'].sort());
    await lookAround();
    expect(await imported('growing.csv')).toMatchObject([{ read: 2, added: 2 }]);
    await rename(join(root, 'b.csv.part'), join(root, 'b.csv'));
    await lookAround();
    expect(await imported('b.csv')).toMatchObject([{ read: 1 }]);
  });

  it('of no feed is read by the profile that fits, and the report says why', async () => {
    const columns =
      'complaint_number,received_date,closed_date,coverage_type,coverage_level,finding_type,complaint_filed_by,keywords';
    await drop('texas.csv', `${columns}\nt1,2026-02-02,2026-02-09,Life,Individual,Confirmed,Insured,delay\n`);
    await lookAround();
    const [record] = await imported('texas.csv');
    expect(record).toMatchObject({ feed: '', profile: 'texas', state: 'done', added: 1 });
    const report = await reportOf('done', DAY, 'texas.csv.report.json');
    expect(report).toMatchObject({ profile: 'texas', profileBecause: record?.profileBecause });
    expect(report.profileBecause?.zh).toContain('8 列都在模板 texas');
  });

  it('goes by its folder to a feed, and is read as that feed is', async () => {
    const texas = { feed: 'texas-ledger', profile: 'texas', enabled: true };
    const off = { feed: 'off', profile: 'canonical', enabled: false };
    await mkdir(join(root, 'off'));
    await mkdir(join(root, 'nobody'));
    await poll([ledger, texas, off]);
    expect(await inFolder()).toEqual(['ledger', 'nobody', 'off', 'texas-ledger']);
    for (const feed of ['ledger', 'texas-ledger', 'off', 'nobody']) await drop(`${feed}/c-${feed}.csv`, table('c1'));
    await lookAround([ledger, texas, off]);
    expect(await imported('c-ledger.csv')).toMatchObject([
      { feed: 'ledger', state: 'done', requestedBy: 'feed ledger' },
    ]);
    expect(await imported('c-texas-ledger.csv')).toMatchObject([{ profile: 'texas', state: 'failed' }]);
    expect([...(await inFolder('off')), ...(await inFolder('nobody'))]).toEqual(['c-off.csv', 'c-nobody.csv']);
    expect(await inFolder('ledger', 'done', DAY)).toContain('c-ledger.csv');
    expect(await outcomeOf('ledger')).toMatchObject({ objects: 1, trouble: null });
    const { trouble } = (await outcomeOf('texas-ledger')) ?? {};
    expect(trouble?.en).toContain(`c-texas-ledger.csv could not be imported and lies in ${root}/texas-ledger/failed/`);
  });

  it('leaves its refused rows beside it, masked although the originals are kept', async () => {
    const rows = ['d1,2026-01-02,self,13812345678', 'd2,someday,self,13812345678'];
    await drop('mixed.csv', ['complaint_id,received_at,source,complainant_phone', ...rows, ''].join('\n'));
    await lookAround();
    const report = await reportOf('done', DAY, 'mixed.csv.report.json');
    expect(report).toMatchObject({ rejectedFile: 'mixed.csv.rejected.csv', counts: { accepted: 1, rejected: 1 } });
    expect(report.rejected).toMatchObject([{ field: 'received_at', rows: 1 }]);
    expect(report.rejected[0]?.sentence).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    const rejected = await text('done', DAY, 'mixed.csv.rejected.csv');
    expect(rejected).toMatch(/^d2,someday,self,.*,3,/m);
    expect(rejected).not.toContain('13812345678');
    expect((await stat(join(root, 'done', DAY, 'mixed.csv.rejected.csv'))).mode & 0o777).toBe(0o600);
  });

  it('that was imported before changes nothing, and its report says so', async () => {
    await drop('first.csv', table('s1'));
    await lookAround();
    await drop('again.csv', table('s1'));
    await lookAround();
    expect(await imported('again.csv')).toEqual([]);
    const { sentence, ...report } = await reportOf('done', DAY, 'again.csv.report.json');
    expect(report.import).toBe((await imported('first.csv'))[0]?.id);
    expect(sentence?.en).toContain('imported before');
    expect(sentence?.zh).toContain('此前已导入');
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['empty.csv', '', 'The file is empty'],
    ['great.csv', table(...Array.from({ length: 500 }, (_, i) => `great-${i}`)), 'split it'],
  ])('goes to failed with the sentence: %s', async (name, content, sentence) => {
    await drop(name, content);
    await lookAround();
    expect(await inFolder('failed', DAY)).toEqual([name, `${name}.report.json`]);
    const report = await reportOf('failed', DAY, `${name}.report.json`);
    expect(report).toMatchObject({ state: 'refused', import: null, counts: null, rejectedFile: null });
    expect(report.sentence?.en).toContain(sentence);
    expect(await imported(name)).toEqual([]);
  });

  it('is refused like an upload where nobody named a profile and none fits, and leaves nothing behind', async () => {
    await drop('branch.csv', '流水,哪天\nx1,2026/11/3\n');
    await lookAround();
    const report = await reportOf('failed', DAY, 'branch.csv.report.json');
    expect(report).toMatchObject({ state: 'refused', import: null, profile: null, profileBecause: null });
    const upload = {
      ...{ body: Readable.from(['流水,哪天\nx1,2026/11/3\n']), announced: 0, name: 'b', profile: undefined },
      ...{ idempotencyKey: '', contentType: '', contentEncoding: '', requestedBy: 'a', dryRun: false },
    };
    const refused = await bench.imports
      .receive({ ...upload, maxRejectedShare: undefined })
      .catch((why: unknown) => why);
    expect(report.sentence).toEqual((refused as Refusal).facts.detail);
    expect(report.sentence?.zh).toContain('文件缺少列 complaint_id、received_at、source');
    expect(await imported('branch.csv')).toEqual([]);
  });

  it('is the trouble of its feed until the next one is done', async () => {
    await poll();
    await drop('ledger/empty.csv', '');
    await lookAround();
    expect((await outcomeOf('ledger'))?.trouble?.zh).toContain('empty.csv 未能导入，已移至');
    service = newService();
    await poll();
    expect((await outcomeOf('ledger'))?.trouble?.zh).toContain('文件为空');
    await drop('ledger/good.csv', table('t1'));
    await lookAround();
    expect(await outcomeOf('ledger')).toMatchObject({ objects: 1, trouble: null });
  });

  it('that cannot be put away is a trouble, is not imported again, and goes on when it can be', async () => {
    await poll();
    await symlink('/dev/null', join(root, 'ledger', 'done')); // no folder can be made there
    await drop('ledger/stuck.csv', table('u1'));
    await lookAround();
    await poll();
    expect((await outcomeOf('ledger'))?.trouble?.en).toMatch(/stuck\.csv cannot be moved \(E(EXIST|NOTDIR)\)/);
    service = newService();
    await lookAround();
    await lookAround();
    expect(await imported('stuck.csv')).toHaveLength(1);
    await rm(join(root, 'ledger', 'done'));
    await poll();
    expect(await inFolder('ledger', 'done', DAY)).toContain('stuck.csv');
    expect(await outcomeOf('ledger')).toMatchObject({ trouble: null });
  });
});

describe('two servers on one folder', () => {
  it('import each file once', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `two-${i}.csv`);
    const services = [newService(), newService()];
    const both = () => Promise.all(services.map((one) => poll([ledger], one)));
    for (const name of names) await drop(name, table(`v-${name}`));
    for (const _ of ['seen', 'taken']) await both();
    await bench.run();
    for (const _ of ['done', 'nothing is left']) await both();
    for (const name of names) expect(await imported(name)).toMatchObject([{ state: 'done', added: 1 }]);
    expect(await inFolder('done', DAY)).toEqual(names.flatMap((name) => [name, `${name}.report.json`]));
    expect(await inFolder('.taken')).toEqual([]);
  });

  it('take nothing while the other one has its turn', async () => {
    await drop('w.csv', table('w1'));
    for (const _ of ['seen', 'still', 'still']) await poll([ledger], service, false);
    expect(await inFolder()).toContain('w.csv');
    expect(await inFolder('.taken')).toEqual([]);
  });

  it('leave each other what is taken, and take it up when it lies there for long', async () => {
    await poll();
    await drop('x.csv', table('x1'));
    await poll();
    await mkdir(join(root, '.taken'), { recursive: true });
    await rename(join(root, 'x.csv'), join(root, '.taken', '00000000-0000-4000-8000-000000000001-x.csv'));
    const started = newService();
    await poll([ledger], started, false); // without its turn it takes nothing up
    for (let i = 0; i < 59; i++) await poll();
    expect(await imported('x.csv')).toEqual([]);
    for (let i = 0; i < 2; i++) await poll();
    await bench.run();
    await poll();
    expect(await inFolder('done', DAY)).toContain('x.csv');
  });
});

describe('a server that is killed', () => {
  const dying = (when: 'before' | 'after'): typeof bench.imports =>
    new Proxy(bench.imports, {
      get: (imports, name) =>
        name === 'receive'
          ? async (delivery: Parameters<typeof imports.receive>[0]) => {
              if (when === 'after') await imports.receive(delivery);
              throw new Error('killed');
            }
          : Reflect.get(imports, name, imports),
    });

  it.each(['before', 'after'] as const)(
    '%s a file was handed in is followed by one that imports it once',
    async (when) => {
      const name = `killed-${when}.csv`;
      await drop(name, table(`y-${when}`));
      const killed = newService(dying(when));
      for (const _ of ['seen', 'taken']) await poll([ledger], killed);
      expect(await inFolder('.taken')).toHaveLength(1);
      expect(await imported(name)).toHaveLength(when === 'after' ? 1 : 0);
      await bench.restart();
      service = newService();
      await lookAround();
      expect(await imported(name)).toMatchObject([{ state: 'done', added: 1 }]);
      expect(await inFolder('done', DAY)).toEqual([name, `${name}.report.json`]);
    },
  );

  it('is followed by one that does not bring back what was withdrawn meanwhile', async () => {
    await drop('gone.csv', table('z1'));
    for (const _ of ['seen', 'taken']) await poll();
    await bench.run();
    const [record] = await imported('gone.csv');
    if (record === undefined) throw new Error('not imported');
    await saveImport(bench.warehouse, { ...record, state: 'withdrawn' });
    service = newService();
    await lookAround();
    expect(await imported('gone.csv')).toHaveLength(1);
    expect((await reportOf('failed', DAY, 'gone.csv.report.json')).sentence?.zh).toContain('已被撤回');
  });
});

it('waits while the inbox is full, and goes on by itself', async () => {
  const full = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((i) => `full-${i}.csv`); // the inbox holds 8
  for (const name of full) await drop(name, table(name));
  for (const _ of ['seen', 'taken', 'nothing more']) await poll();
  expect((await inFolder()).filter((name) => name.endsWith('.csv'))).toHaveLength(1);
  expect(await inFolder('.taken')).toHaveLength(9);
  await bench.run();
  await lookAround();
  await lookAround();
  for (const name of full) expect(await imported(name)).toMatchObject([{ state: 'done' }]);
  expect(await inFolder('done', DAY)).toHaveLength(2 * full.length);
});

it('keeps every file of the same name, whatever lies there', async () => {
  for (const id of ['e1', 'e2']) {
    await drop('same.csv', table(id));
    await lookAround();
  }
  await drop('same.csv.report.json', table('e3'));
  await lookAround();
  expect(await inFolder('done', DAY)).toEqual([
    ...['same-2.csv', 'same-2.csv.report.json', 'same.csv', 'same.csv.report-2.json'],
    ...['same.csv.report-2.json.report.json', 'same.csv.report.json'],
  ]);
  expect(await text('done', DAY, 'same-2.csv')).toBe(table('e2'));
  expect(await reportOf('done', DAY, 'same-2.csv.report.json')).toMatchObject({
    file: 'same.csv',
    liesAs: 'same-2.csv',
  });
});
