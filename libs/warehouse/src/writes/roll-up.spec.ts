import { createClient } from '@clickhouse/client';
import { startEngine } from '@tocsin/engine';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { renderMigration } from '../migrate/migrate.ts';
import { migrations } from '../migrate/migrations.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { identifier } from '../sql/identifier.ts';
import { sql } from '../sql/sql.ts';
import { type Cube, allCubes, cubeTables } from '../tables/cubes.ts';
import { dyingAt } from '../testing/dying-at.ts';
import { onEngine } from '../testing/on-engine.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from './apply-batch.ts';
import { markMonths } from './mark-months.ts';
import { rollUp } from './roll-up.ts';

const engine = onEngine(startEngine);

const rollUpDirty = async () => rollUp(engine.warehouse, await engine.warehouse.rows(dirtyMonths()));

const byMonth = () =>
  engine.warehouse.rows({
    name: 'by-month',
    row: z.object({ month: z.string(), complaints: z.coerce.number() }),
    sql: sql`
      SELECT toStartOfMonth(day) AS month, sum(complaints) AS complaints
      FROM cube_daily_region GROUP BY month ORDER BY month`,
  });

it('rebuilds only months that were touched, and they are clean afterwards', async () => {
  const { warehouse } = engine;
  await putVersions(warehouse, 'a1', [
    { complaint_id: 'A-1', received_at: seconds('2026-01-10 09:00') },
    { complaint_id: 'A-2', received_at: seconds('2026-02-10 09:00') },
  ]);
  await applyBatch(warehouse, 'a1');
  expect((await warehouse.rows(dirtyMonths())).map(({ month }) => month)).toEqual(['2026-01-01', '2026-02-01']);
  await rollUpDirty();
  expect(await warehouse.rows(dirtyMonths())).toEqual([]);
  expect(await byMonth()).toEqual([
    { month: '2026-01-01', complaints: 1 },
    { month: '2026-02-01', complaints: 1 },
  ]);
});

it('empties a month whose last complaint moved away', async () => {
  const { warehouse } = engine;
  await putVersions(warehouse, 'a2', [{ complaint_id: 'A-1', version: 2, received_at: seconds('2026-02-11 09:00') }]);
  await applyBatch(warehouse, 'a2');
  await rollUpDirty();
  expect(await byMonth()).toEqual([{ month: '2026-02-01', complaints: 2 }]);
});

it('does the same again when repeated without a change', async () => {
  const { warehouse } = engine;
  const before = await byMonth();
  await markMonths(warehouse, 'again', ['2026-02-20']);
  await rollUpDirty();
  expect(await byMonth()).toEqual(before);
});

it('leaves a month dirty when it is cut off, or touched while it runs', async () => {
  const { warehouse } = engine;
  await markMonths(warehouse, 'cut', ['2026-02-20']);
  const dirty = await warehouse.rows(dirtyMonths());
  await expect(rollUp(dyingAt(warehouse, 'roll-up cube_daily_cause'), dirty)).rejects.toThrow('killed');
  expect(await warehouse.rows(dirtyMonths())).toEqual(dirty);

  await markMonths(warehouse, 'meanwhile', ['2026-02-21']);
  await rollUp(warehouse, dirty);
  expect(await warehouse.rows(dirtyMonths())).toHaveLength(1);
  await rollUpDirty();
  expect(await byMonth()).toEqual([{ month: '2026-02-01', complaints: 2 }]);
});

it('has the migration that lays narrow cubes by the year fill them as a roll up does', async () => {
  const { warehouse } = engine;
  const handled = { due_on: '2026-02-27', closed_at: seconds('2026-02-20 09:00') };
  await putVersions(warehouse, 'handled', [
    { complaint_id: 'B-1', received_at: seconds('2026-02-12 09:00'), ...handled },
    { complaint_id: 'B-2', received_at: seconds('2025-12-12 09:00'), ...handled },
  ]);
  await applyBatch(warehouse, 'handled');
  await rollUpDirty();
  const rows = (cube: Cube) =>
    warehouse.rows({
      name: 'cube',
      row: z.record(z.string(), z.union([z.string(), z.number()])),
      sql: sql`SELECT * FROM ${identifier(cube.table, cubeTables)} ORDER BY ALL`,
    });
  const narrow = allCubes.filter(({ from }) => from !== undefined);
  const before = await Promise.all(narrow.map(rows));
  const { url, username, password, database, timeZone } = engine.connection();
  const client = createClient({ url, username, password, database });
  const migration = migrations.filter(({ name }) => name === 'narrow-cubes');
  for (const query of migration.flatMap((one) => renderMigration(one, { timeZone }))) await client.command({ query });
  await client.close();
  expect(await Promise.all(narrow.map(rows))).toEqual(before);
  expect(before.every((found) => found.length > 0)).toBe(true);
});
