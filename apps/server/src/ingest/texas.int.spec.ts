import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IngestBench } from './testing.ts';
import { plainRows } from './testing/plain-rows.ts';

const beside = fileURLToPath(new URL('../../../../../shared', import.meta.url));
const folder = process.env.TOCSIN_SHARED ?? beside;
const path = `${folder}/data/complaints/tdi_public.csv.gz`;
const isThere = existsSync(path);
if (!isThere)
  console.warn(`Skipped: the Texas file is not at ${path}; TOCSIN_SHARED names the folder that holds data/.`);

/** Counted by other means than the product's. */
function independentCount(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { received_date = '', coverage_type = '' } of plainRows(text)) {
    const key = `${received_date.slice(0, 7)}-01 ${coverage_type}`;
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
