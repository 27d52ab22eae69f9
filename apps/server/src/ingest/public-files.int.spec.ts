import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainRows } from './testing/plain-rows.ts';
import { IngestBench } from './testing.ts';

const beside = fileURLToPath(new URL('../../../../../shared', import.meta.url));
const folder = `${process.env.TOCSIN_SHARED ?? beside}/data`;
const isThere = existsSync(folder);
if (!isThere)
  console.warn(`Skipped: the public files are not at ${folder}; TOCSIN_SHARED names the folder that holds data/.`);

const bytesOf = (name: string) => readFileSync(`${folder}/${name}`);
const textOf = (name: string) => (name.endsWith('.gz') ? gunzipSync(bytesOf(name)) : bytesOf(name)).toString('utf8');

/** How often each key occurs. */
function tally(keys: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** The first of the month of a date written as 2023-09-12, 9/12/2013 or 09/12/23. */
function monthOf(date: string): string {
  const us = /^(\d{1,2})\/\d{1,2}\/(?:20)?(\d\d)$/.exec(date);
  return us ? `20${us[2]}-${us[1]?.padStart(2, '0')}-01` : `${date.slice(0, 7)}-01`;
}

describe.skipIf(!isThere)('public files, counted by other means', () => {
  let bench: IngestBench;
  beforeAll(async () => {
    bench = await IngestBench.open();
    bench.now = new Date('2026-11-22T00:00:00Z');
  });
  afterAll(() => bench.close());

  it('Connecticut: 15,153 rows are 4,189 complaints, by month and coverage', async () => {
    const file = 'complaints/ct_public.csv.gz';
    const record = await bench.import(bytesOf(file), { profile: 'connecticut' });
    expect(record).toMatchObject({
      state: 'done',
      read: 15_153,
      accepted: 15_153,
      added: 4_189,
      rejected: 0,
      skipped: 0,
    });
    const firsts = new Map<string, { day: string; coverage: string }>();
    for (const row of plainRows(textOf(file))) {
      const before = firsts.get(row.file_no ?? '');
      const coverage = before?.coverage || (row.coverage ?? '');
      firsts.set(row.file_no ?? '', { day: row.opened ?? '', coverage });
    }
    expect(firsts.size).toBe(4_189);
    const truth = tally([...firsts.values()].map(({ day, coverage }) => `${monthOf(day)} ${coverage}`));
    expect(await bench.byMonth('line')).toEqual(truth);
  }, 240_000);

  it('Connecticut once more changes nothing', async () => {
    const again = await bench.import(gunzipSync(bytesOf('complaints/ct_public.csv.gz')), { profile: 'connecticut' });
    expect(again).toMatchObject({ accepted: 15_153, added: 0, updated: 0, duplicate: 4_189 });
  }, 240_000);

  it('Connecticut from the beginning after a crash in the middle', async () => {
    const bytes = Buffer.concat([gunzipSync(bytesOf('complaints/ct_public.csv.gz')), Buffer.from('\n')]);
    await bench.receive(bytes, { profile: 'connecticut' });
    await expect(bench.run('stored')).rejects.toThrow('crash after stored');
    await bench.restart();
    expect(await bench.run()).toMatchObject([{ accepted: 15_153, skipped: 1, duplicate: 4_189 }]);
  }, 240_000);
});

describe.skipIf(!isThere)('files of the CFPB in every spelling', () => {
  async function imported(file: string) {
    const bench = await IngestBench.open();
    bench.now = new Date('2026-11-22T00:00:00Z');
    try {
      const record = await bench.import(bytesOf(file), { profile: 'cfpb' });
      return { record, byProduct: await bench.byMonth('line') };
    } finally {
      await bench.close();
    }
  }

  it.each([
    ['complaints/cfpb_public.csv.gz', 15_107, 'Date received', 'Product'],
    ['ugly/05_snakecase_mdyyyy_question-mark-col_cfpb.csv', 1_000, 'date_received', 'product'],
    ['ugly/08_timely_true_false_cfpb.csv', 145, 'date_received', 'product'],
  ])(
    '%s comes in whole: %i complaints, by month and product',
    async (file, rows, date, product) => {
      const { record, byProduct } = await imported(file);
      expect(record).toMatchObject({ state: 'done', read: rows, accepted: rows, added: rows, rejected: 0 });
      expect(byProduct).toEqual(
        tally(plainRows(textOf(file)).map((row) => `${monthOf(row[date] ?? '')} ${row[product]}`)),
      );
    },
    240_000,
  );

  it('a file cut off in the middle of a record loses that one only, and says so', async () => {
    const { record } = await imported('ugly/09_truncated_midfield_derived.csv');
    expect(record.read).toBe(record.accepted + record.rejected + record.skipped);
    // 1,379 records, the last of which breaks off inside a quote: its lines are refused one by one.
    expect(record.accepted).toBe(1_378);
    expect(record.reasons.map(({ code }) => code).sort()).toEqual(['cell-count', 'unclosed-quote']);
  }, 240_000);
});
