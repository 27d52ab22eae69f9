import { startEngine } from '@tocsin/engine';
import { expect, it } from 'vitest';
import { importRecord } from '../testing/import-record.ts';
import { onEngine } from '../testing/on-engine.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { discardBatch } from '../writes/discard-batch.ts';
import { eraseComplaints } from '../writes/erase-complaints.ts';
import { saveImport } from '../writes/save-import.ts';
import { batchArrivals } from './batch-arrivals.query.ts';
import { countsAsKnown } from './counts-as-known.query.ts';

const engine = onEngine(startEngine);

async function importAt(id: keyof typeof when, rows: readonly VersionRow[]): Promise<void> {
  await putVersions(engine.warehouse, id, rows);
  await applyBatch(engine.warehouse, id);
  const finishedAt = instantOf(when[id]).toISOString();
  await saveImport(engine.warehouse, importRecord({ id, feed: '', state: 'done', finishedAt }));
}

const instantOf = (local: string) => new Date(seconds(local) * 1000);
const when = { one: '2026-03-03 08:00', two: '2026-03-04 08:00', three: '2026-03-05 08:00' };

async function withdrawAt(id: keyof typeof when, at: string): Promise<void> {
  await discardBatch(engine.warehouse, id, { withdrawnAt: instantOf(at) });
  const finishedAt = instantOf(when[id]).toISOString();
  await saveImport(engine.warehouse, importRecord({ id, feed: '', state: 'withdrawn', finishedAt }));
}

const of = (complaint_id: string, version: number, day: string, report_region: string): VersionRow => ({
  ...{ complaint_id, version, report_region, complainant_key: `p-${complaint_id}` },
  received_at: seconds(`${day} 12:00`),
});

const local = (moment: number) => new Date((moment + 8 * 3600) * 1000).toISOString().slice(5, 16).replace('T', ' ');
const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(5, 10);

/** `region day: +1 at …` for every change of a count. */
async function story(history: readonly string[] = []): Promise<string[]> {
  const split = [{ dimension: 'region' as const }];
  const question = { sum: 'complaints' as const, filter: { basis: 'company' as const }, split, history, roundTo: 1 };
  const rows = await engine.warehouse.rows(countsAsKnown(question));
  return rows.flatMap(({ codes, moments, days, changes }) =>
    changes.map((n, i) => `${codes[0]} ${day(days[i]!)}: ${n > 0 ? '+' : ''}${n} at ${local(moments[i]!)}`),
  );
}

it('tells when each count changed: by rows that came late, were corrected, moved, or went with their batch', async () => {
  await importAt('one', [of('A', 1, '2026-03-02', 'x'), of('B', 1, '2026-03-02', 'x')]);
  await importAt('two', [of('A', 2, '2026-03-02', 'y'), of('B', 2, '2026-03-01', 'x')]);
  await importAt('three', [of('A', 1, '2026-03-02', 'x'), of('C', 1, '2026-03-01', 'x')]);
  const untilNow = [
    ...['x 03-02: +2 at 03-03 08:00', 'x 03-01: +1 at 03-04 08:00', 'x 03-02: -2 at 03-04 08:00'],
    ...['x 03-01: +1 at 03-05 08:00', 'y 03-02: +1 at 03-04 08:00'],
  ];
  expect(await story()).toEqual(untilNow);

  await withdrawAt('two', '2026-03-06 09:30');
  const sinceThen = ['x 03-01: -1 at 03-06 09:30', 'x 03-02: +2 at 03-06 09:30', 'y 03-02: -1 at 03-06 09:30'];
  expect((await story()).sort()).toEqual([...untilNow, ...sinceThen].sort());
});

it('says which batches were seen and until when', async () => {
  expect(
    (await engine.warehouse.rows(batchArrivals())).map((one) => [one.batchId, local(one.knownFrom), one.rows]),
  ).toEqual([
    ['one', '03-03 08:00', 2],
    ['two', '03-04 08:00', 2],
    ['three', '03-05 08:00', 2],
  ]);
  const [, two, three] = await engine.warehouse.rows(batchArrivals());
  expect(local(two!.knownUntil)).toBe('03-06 09:30');
  expect(three!.knownUntil).toBe(2 ** 32 - 1);
});

it('knows a batch of which nothing came to count as a delivery', async () => {
  const finishedAt = instantOf('2026-03-07 08:00').toISOString();
  await saveImport(engine.warehouse, importRecord({ id: 'empty', feed: 'nightly', state: 'done', finishedAt }));
  expect((await engine.warehouse.rows(batchArrivals())).at(-1)).toMatchObject({
    ...{ batchId: 'empty', feed: 'nightly', rows: 0, knownUntil: 2 ** 32 - 1 },
    ...{ spanDays: 0, lagDays: 0, firstMonth: null },
  });
});

it('takes the rows of a file of history as known the midnight after they were received', async () => {
  expect(await story(['one', 'two', 'three'])).toEqual([
    ...['x 03-01: +2 at 03-02 00:00', 'x 03-01: -1 at 03-06 09:30', 'x 03-02: +2 at 03-06 09:30'],
    ...['y 03-02: +1 at 03-03 00:00', 'y 03-02: -1 at 03-06 09:30'],
  ]);
});

it('holds nothing of a person who was erased, also where only a withdrawn batch knew of them', async () => {
  await importAt('two', [of('D', 1, '2026-03-02', 'z')]);
  await withdrawAt('two', '2026-03-06 09:30');
  expect(await story()).toContain('z 03-02: +1 at 03-04 08:00');
  await eraseComplaints(engine.warehouse, { actionId: 'a', key: 'p-D', complaint: '' }, (id) => id);
  expect((await story()).join()).not.toContain('z 03-02');
});
