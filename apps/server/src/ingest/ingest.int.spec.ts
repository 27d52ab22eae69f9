import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { storedColumns } from '@tocsin/ingestion';
import { getCase, getImport, rejectedRows, versionColumnNames, wholeCompany } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IngestBench } from './testing.ts';

const HEADER = 'complaint_id,received_at,updated_at,source,line,closed_at,narrative';
const table = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

let bench: IngestBench;
beforeAll(async () => {
  bench = await IngestBench.open();
});
afterAll(() => bench.close());

it('writes the columns in the order of the table', () => {
  expect(storedColumns).toEqual(versionColumnNames);
});

describe('one file after another', () => {
  const first = table(
    'a,2026-01-02 10:00:00,,self,life.medical,,来电13812345678',
    'b,2026-01-31 23:59:59,,regulator,property.motor,2026-02-03,"two\nlines, ""quoted"""',
    'c,2026-02-30,,self,life.medical,,',
    '',
    'd,2026-02-01 00:00:00,,other,property.motor,,',
  );

  it('makes rows into figures and keeps the refused ones with their reasons', async () => {
    const record = await bench.import(first);
    expect(record).toMatchObject({
      ...{ state: 'done', read: 5, accepted: 3, added: 3, rejected: 1, skipped: 1 },
      reasons: [{ code: 'not-a-date', field: 'received_at', rows: 1 }],
    });
    expect(await bench.byMonth('line')).toEqual({
      '2026-01-01 life.medical': 1,
      '2026-01-01 property.motor': 1,
      '2026-02-01 property.motor': 1,
    });
    const [refused] = await bench.warehouse.rows(rejectedRows(record.id));
    expect(refused).toMatchObject({ rowNumber: 4, reasons: [{ code: 'not-a-date', field: 'received_at' }] });
    expect(existsSync(bench.inbox.pathOf(record.id))).toBe(false);
  });

  it('answers the same bytes, packed alike or not renamed, with the same import', async () => {
    const again = await bench.receive(first);
    expect(again).toMatchObject({ state: 'done', added: 3 });
    expect(await bench.run()).toEqual([]);
  });

  it('takes the same rows in another wrapping for duplicates', async () => {
    expect(await bench.import(gzipSync(first))).toMatchObject({ added: 0, updated: 0, duplicate: 3, rejected: 1 });
    expect(await bench.total()).toBe(3);
  });

  it('answers the same key with the same import, and refuses it for other bytes', async () => {
    const file = table('k,2026-01-05,,self,,,');
    const one = await bench.receive(file, { key: 'key-1' });
    await bench.run();
    expect((await bench.receive(file, { key: 'key-1' })).id).toBe(one.id);
    const other = bench.receive(table('z,2026-01-05,,self,,,'), { key: 'key-1' });
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    expect(await bench.run()).toEqual([]);
    expect(await bench.total()).toBe(4);
  });

  it('replaces by newer versions, keeps older ones out, and moves a day that was corrected', async () => {
    const record = await bench.import(
      table(
        'a,2026-01-02 10:00:00,2026-01-10,self,life.annuity,,', // reclassified
        'b,2026-02-02 10:00:00,2026-02-10,regulator,property.motor,2026-02-03,', // received a month later
        'd,2026-02-01 00:00:00,2026-01-01,other,property.other,,', // older than what is stored
      ),
    );
    expect(record).toMatchObject({ added: 0, updated: 2, duplicate: 0, outdated: 1 });
    expect(await bench.byMonth('line')).toEqual({
      '2026-01-01 ': 1,
      '2026-01-01 life.annuity': 1,
      '2026-02-01 property.motor': 2,
    });
  });

  it('settles to the same state in whatever order versions arrive, within a file too', async () => {
    const record = await bench.import(
      table('e,2026-03-01,2026-03-03,self,x,,', 'e,2026-03-01,2026-03-02,self,y,,', 'e,2026-03-01,2026-03-03,self,x,,'),
    );
    expect(record).toMatchObject({ accepted: 3, added: 1, duplicate: 1, outdated: 1 });
    expect(await bench.byMonth('line', '2026-03-01')).toEqual({ '2026-03-01 x': 1 });
  });
});

describe('files that cannot be imported', () => {
  it('end as failed, with what to do', async () => {
    const record = await bench.import('complaint_id,received_at\nx,2026-01-01\n');
    expect(record).toMatchObject({ state: 'failed', accepted: 0 });
    expect(record.error?.en).toContain('lacks the columns source');
  });

  it('may be sent again after they failed', async () => {
    expect(await bench.import('complaint_id,received_at\nx,2026-01-01\n')).toMatchObject({ state: 'failed' });
  });

  it('are refused at the door when they are cut off or empty', async () => {
    const packed = gzipSync(table('x,2026-01-01,,self,,,'));
    await expect(bench.receive(packed.subarray(0, packed.length - 9))).rejects.toMatchObject({ code: 'unprocessable' });
    await expect(bench.receive('')).rejects.toMatchObject({ code: 'unprocessable' });
    expect(await bench.run()).toEqual([]);
  });
});

describe('a crash', () => {
  const rows = (prefix: string) =>
    Array.from({ length: 5000 }, (_, i) => `${prefix}${i},2025-0${1 + (i % 9)}-1${i % 10},,self,l${i % 3},,`);

  it.each(['begun', 'stored', 'settled', 'done', 'removed'] as const)(
    'after "%s" loses and doubles nothing',
    async (step) => {
      const before = await bench.byMonth('line', '2025-01-01', '2026-01-01');
      const { id } = await bench.receive(table(...rows(`${step}-`)));
      await expect(bench.run(step)).rejects.toThrow(`crash after ${step}`);
      await bench.restart();
      await bench.run();
      const record = await bench.warehouse.one(getImport(id));
      expect(record).toMatchObject({ state: 'done', read: 5000, accepted: 5000, added: 5000, duplicate: 0 });
      const after = await bench.byMonth('line', '2025-01-01', '2026-01-01');
      const grown = Object.entries(after).reduce((sum, [key, count]) => sum + count - (before[key] ?? 0), 0);
      expect(grown).toBe(5000);
      expect(existsSync(bench.inbox.pathOf(id))).toBe(false);
    },
  );

  it('of the engine during an import is waited for', async () => {
    await bench.receive(table(...rows('engine-')));
    const killed = new Promise<void>((done) =>
      setTimeout(() => {
        process.kill(bench.engine.pid() ?? 0, 'SIGKILL');
        done();
      }, 50),
    );
    const [record] = await bench.run();
    await killed;
    expect(record).toMatchObject({ state: 'done', accepted: 5000, added: 5000 });
  });

  it('during an upload leaves nothing behind', async () => {
    const { writeFile, readdir } = await import('node:fs/promises');
    await writeFile(bench.inbox.pathOf('20260101-orphan.part'), 'half');
    await writeFile(bench.inbox.pathOf('20260101-orphan'), 'whole, but never noted');
    await bench.restart();
    expect(await readdir(`${bench.directory}/inbox`)).toEqual([]);
  });
});

it('asks senders to come back while the inbox is full', async () => {
  for (let i = 0; i < 8; i++) await bench.receive(table(`full-${i},2026-01-01,,self,,,`));
  await expect(bench.receive(table('full-9,2026-01-01,,self,,,'))).rejects.toMatchObject({
    code: 'busy',
    facts: { retryAfterSeconds: 10 },
  });
  expect(await bench.run()).toHaveLength(8);
});

describe('a key that comes again', () => {
  it('makes one import of a key that comes twice at once, and refuses the other bytes', async () => {
    const before = await bench.total();
    const [one, two] = await Promise.all(
      [1, 2].map(() => bench.receive(table('k2,2026-01-05,,self,,,'), { key: 'key-2' })),
    );
    expect(two?.id).toBe(one?.id);
    const both = await Promise.allSettled(
      ['p', 'q'].map((id) => bench.receive(table(`${id},2026-01-06,,self,,,`), { key: 'key-3' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await bench.run()).toHaveLength(2);
    expect(await bench.total()).toBe(before + 2);
  });

  it('leaves nothing of a key whose noting a crash cut off, and knows one that was noted before the crash', async () => {
    const file = table('k3,2026-01-05,,self,,,');
    await bench.inbox.receive(Readable.from([Buffer.from(file)], { objectMode: false }), 0, bench.now);
    await bench.restart();
    expect(await bench.run()).toEqual([]);
    const noted = await bench.receive(file, { key: 'key-4', profile: 'canonical', dryRun: true });
    await bench.restart();
    expect((await bench.receive(file, { key: 'key-4', dryRun: true })).id).toBe(noted.id);
    await expect(bench.receive(file, { key: 'key-4' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await bench.run()).toMatchObject([{ dryRun: true, read: 1 }]);
  });
});

it('keeps the texts of rows apart where halves of one character meet', async () => {
  const row = (id: string, narrative: string) =>
    `{"complaint_id":"${id}","received_at":"2026-01-05","source":"self","narrative":"${narrative}"}`;
  const file = [row('half-1', '投诉 \\ud83d'), row('half-2', '\\ude00 诉警'), row('half-3', '好')].join('\n');
  expect(await bench.import(`${file}\n`)).toMatchObject({ state: 'done', accepted: 3, rejected: 0 });
  const narratives = ['half-1', 'half-2', 'half-3'].map(async (id) => {
    const { fields } = await bench.warehouse.one(getCase({ id, scope: wholeCompany }));
    return fields['narrative'];
  });
  expect(await Promise.all(narratives)).toEqual(['投诉 \ufffd', '\ufffd 诉警', '好']);
});
