import { startEngine } from '@tocsin/engine';
import { ComplaintFilter } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wholeCompany } from '../facts/scope.ts';
import { exposures } from '../queries/exposures.query.ts';
import { listDictionaries } from '../queries/list-dictionaries.query.ts';
import { referenceReach } from '../queries/reference-reach.query.ts';
import { referenceRows } from '../queries/reference-rows.query.ts';
import { referenceVersions } from '../queries/reference-versions.query.ts';
import { sql } from '../sql/sql.ts';
import { NOW, onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { settleReference } from './save-reference.ts';

const engine = onEngine(startEngine);
const keys = async (...question: Parameters<typeof referenceRows>) =>
  (await engine.warehouse.rows(referenceRows(...question))).map(({ key, cells }) => [key, cells['zh']]);

describe('a table with versions', () => {
  it('holds what the newest one says of each row, and still has every earlier state', async () => {
    await putReference(engine.warehouse, 'line', cellsOf('code zh\nA 甲\nB 乙'), { version: 1 });
    await putReference(engine.warehouse, 'line', cellsOf('code zh\nB 丙\nC 丁'), { version: 2 });
    await putReference(engine.warehouse, 'line', [], { version: 3, gone: ['A'] });
    expect(await keys({ table: 'line' })).toEqual([
      ['B', '丙'],
      ['C', '丁'],
    ]);
    expect(await keys({ table: 'line', version: 2 })).toEqual([
      ['A', '甲'],
      ['B', '丙'],
      ['C', '丁'],
    ]);
    expect(await keys({ table: 'line', asOf: '2026-03-14' })).toEqual([]);
    expect(await keys({ table: 'line', asOf: '2026-03-15' })).toHaveLength(2);
    expect(await keys({ table: 'line', version: 0 })).toEqual([]);
  });

  it('is read by pages and by what a cell says', async () => {
    const page = { limit: 1, offset: 1 };
    expect(await engine.warehouse.rows(referenceRows({ table: 'line', page }))).toMatchObject([{ key: 'C', total: 2 }]);
    expect(await keys({ table: 'line', search: '丁' })).toEqual([['C', '丁']]);
  });

  it('lists its versions, newest first', async () => {
    const versions = await engine.warehouse.rows(referenceVersions('line'));
    expect(versions.map(({ version, removed }) => [version, removed])).toEqual([
      [3, 1],
      [2, 0],
      [1, 0],
    ]);
    expect(await engine.warehouse.rows(referenceVersions())).toMatchObject([{ table: 'line', version: 3 }]);
  });

  it('ignores rows of a version that was never written down', async () => {
    await engine.warehouse.insert('reference_row', [
      { table_name: 'line', key: 'Z', version: 4, cells: '{"code":"Z"}', at: NOW.toISOString(), by: 'li', removed: 0 },
    ]);
    expect(await keys({ table: 'line' })).toEqual([
      ['B', '丙'],
      ['C', '丁'],
    ]);
    expect((await engine.warehouse.rows(listDictionaries())).map(({ code }) => code)).toEqual(['B', 'C']);
  });
});

describe('exposure', () => {
  const march = ComplaintFilter.parse({ from: '2026-03-01', until: '2026-04-01' });
  const premium = async () =>
    (await engine.warehouse.rows(exposures({ filter: march, scope: wholeCompany }))).map((row) => row.premium);

  it('is what rates divide by, as the newest version says; a row that goes is not zero but unknown', async () => {
    await putReference(
      engine.warehouse,
      'exposure',
      cellsOf('month line premium\n2026-03 life 10.5\n2026-03 property 2'),
    );
    expect(await premium()).toEqual([12.5]);
    await putReference(engine.warehouse, 'exposure', cellsOf('month line premium\n2026-03 life 11'), {
      version: 2,
      gone: ['2026-03|||property'],
    });
    expect(await premium()).toEqual([11]);
    await putReference(engine.warehouse, 'exposure', [], { version: 3, gone: ['2026-03|||life'] });
    expect(await premium()).toEqual([]);
  });

  it('reaches as far as its newest row', async () => {
    await putReference(engine.warehouse, 'exposure', cellsOf('month premium\n2026-03 1\n2026-05 1'), { version: 4 });
    expect(await engine.warehouse.rows(referenceReach([{ name: 'exposure', reaches: 'month' }]))).toEqual([
      { table: 'exposure', reaches: '2026-05' },
    ]);
  });

  it('follows what was written down before a crash at the next start, and settles to the same when told twice', async () => {
    const at = new Date(NOW.getTime() + 5).toISOString();
    const row = { table_name: 'exposure', version: 5, at, by: 'li' };
    await engine.warehouse.insert('reference_row', [
      { ...row, key: '2026-03|||', cells: '{"month":"2026-03","premium":"7"}', removed: 0 },
    ]);
    await engine.warehouse.insert('reference_version', [
      { ...row, mode: 'merge', name: '', rows: 2, added: 0, changed: 1, removed: 0 },
    ]);
    await settleReference(engine.warehouse);
    await settleReference(engine.warehouse);
    expect(await premium()).toEqual([7]);
  });
});

it('leading counts are kept by day and slice', async () => {
  await putReference(
    engine.warehouse,
    'leading',
    cellsOf('day series region count source\n2026-03-01 media-mentions 440000 3 某报\n2026-03-01 enquiries - 40 -'),
  );
  const Counted = z.object({ series: z.string(), region: z.string(), count: z.coerce.number(), source: z.string() });
  expect(
    await engine.warehouse.rows({
      name: 'leading',
      row: Counted,
      sql: sql`SELECT series, region, count, source FROM leading_count FINAL ORDER BY series`,
    }),
  ).toEqual([
    { series: 'enquiries', region: '', count: 40, source: '' },
    { series: 'media-mentions', region: '440000', count: 3, source: '某报' },
  ]);
});
