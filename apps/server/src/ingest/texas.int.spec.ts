import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IngestBench } from './testing.ts';

const beside = fileURLToPath(new URL('../../../../../shared', import.meta.url));
const folder = process.env.TOCSIN_SHARED ?? beside;
const path = `${folder}/data/complaints/tdi_public.csv.gz`;
const isThere = existsSync(path);
if (!isThere)
  console.warn(`Skipped: the Texas file is not at ${path}; TOCSIN_SHARED names the folder that holds data/.`);

/** Counted by other means than the product's: one character at a time, by the plain rules of CSV, which this file keeps. */
function independentCount(text: string): Map<string, number> {
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let place = 0; place < text.length; place++) {
    const character = text.charAt(place);
    if (quoted && character === '"' && text[place + 1] === '"') continue;
    if (character === '"') quoted = text[place - 1] === '"' && !quoted ? true : !quoted;
    else if (!quoted && (character === ',' || character === '\n')) {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') rows.push(row.splice(0));
    } else cell += character;
  }
  const [header = [], ...data] = rows;
  const [received, coverage] = [header.indexOf('received_date'), header.indexOf('coverage_type')];
  const counts = new Map<string, number>();
  for (const cells of data) {
    const key = `${cells[received]?.slice(0, 7)}-01 ${cells[coverage]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe.skipIf(!isThere)('the complaints of the Texas Department of Insurance', () => {
  let bench: IngestBench;
  beforeAll(async () => {
    bench = await IngestBench.open();
    bench.now = new Date('2026-11-22T00:00:00Z');
  });
  afterAll(() => bench.close());

  it('all come in, and months by coverage equal an independent count', async () => {
    const record = await bench.import(readFileSync(path), { profile: 'texas' });
    expect(record).toMatchObject({
      state: 'done',
      read: 56_264,
      accepted: 56_264,
      added: 56_264,
      rejected: 0,
      skipped: 0,
    });
    const truth = independentCount(gunzipSync(readFileSync(path)).toString('utf8'));
    expect([...truth.values()].reduce((sum, count) => sum + count)).toBe(56_264);
    expect(await bench.byMonth('line')).toEqual(Object.fromEntries(truth));
  }, 240_000);

  it('change nothing when they come again', async () => {
    const again = await bench.import(gunzipSync(readFileSync(path)), { profile: 'texas' });
    expect(again).toMatchObject({ added: 0, updated: 0, duplicate: 56_264 });
    expect(await bench.total()).toBe(56_264);
  }, 240_000);
});
