import { getImport, rejectedRows } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IngestBench } from './testing.ts';

const table = (...rows: string[]) => `complaint_id,received_at,source\n${rows.join('\n')}\n`;
const good = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index},2026-01-0${1 + (index % 9)},self`);

let bench: IngestBench;
beforeAll(async () => {
  bench = await IngestBench.open();
});
afterAll(() => bench.close());

describe('a batch of which too much is refused', () => {
  const file = table(...good('s', 7), 'x,2026-02-30,self', ',2026-01-01,self', 'y,2026-01-01,nobody');

  it('stops before anything is visible, says share and limit, and keeps what was refused', async () => {
    const record = await bench.import(file, { maxRejectedShare: 0.2 });
    expect(record).toMatchObject({ state: 'stopped', read: 10, accepted: 7, added: 7, rejected: 3 });
    expect(record.error?.en).toContain('3 of 10 rows were refused (30%), more than the 20% allowed');
    expect(record.error?.zh).toContain('10 行中有 3 行被拒绝（30%），超过允许的 20%');
    expect(await bench.total()).toBe(0);
    expect(await bench.warehouse.rows(rejectedRows(record.id))).toHaveLength(3);
  });

  it('is imported when it comes again with a share that allows it, every row for the first time', async () => {
    expect(await bench.import(file, { maxRejectedShare: 0.3 })).toMatchObject({
      state: 'done',
      added: 7,
      duplicate: 0,
    });
    expect(await bench.total()).toBe(7);
  });

  it.each(['begun', 'stored', 'settled', 'done'] as const)('stops as well after a crash at "%s"', async (step) => {
    const { id } = await bench.receive(table(...good(`c-${step}`, 3), 'x,,self'), { maxRejectedShare: 0.1 });
    await expect(bench.run(step)).rejects.toThrow(`crash after ${step}`);
    await bench.restart();
    await bench.run();
    expect(await bench.warehouse.one(getImport(id))).toMatchObject({ state: 'stopped', accepted: 3, added: 3 });
    expect(await bench.total()).toBe(7);
  });
});

describe('a file that is only looked at', () => {
  const file = table(...good('s', 2), ...good('d', 3), 'x,,self');

  it('is answered with the counts of a real import, and nothing is stored', async () => {
    const record = await bench.import(file, { dryRun: true });
    const counts = { read: 6, accepted: 5, added: 3, duplicate: 2, rejected: 1 };
    expect(record).toMatchObject({ state: 'done', dryRun: true, ...counts, reasons: [{ code: 'missing', rows: 1 }] });
    expect(await bench.total()).toBe(7);
    expect(await bench.warehouse.rows(rejectedRows(record.id))).toEqual([]);
    expect(await bench.import(file)).toMatchObject({ id: expect.not.stringMatching(record.id), ...counts });
    expect(await bench.total()).toBe(10);
  });

  it('is looked at again each time it comes', async () => {
    expect(await bench.import(file, { dryRun: true })).toMatchObject({ dryRun: true, added: 0, duplicate: 5 });
  });
});
