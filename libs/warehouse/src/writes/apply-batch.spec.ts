import { startEngine } from '@tocsin/engine';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { batchShape } from '../queries/batch-shape.query.ts';
import { sql } from '../sql/sql.ts';
import { bind } from '../sql/bind.ts';
import { onEngine } from '../testing/on-engine.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { dyingAt } from '../testing/dying-at.ts';
import { applyBatch } from './apply-batch.ts';
import { buryMovedDays, writeWinners } from './settle-statements.ts';

const engine = onEngine(startEngine);

const current = (prefix: string) =>
  engine.warehouse.rows({
    name: 'current',
    row: z.object({ id: z.string(), day: z.string(), version: z.coerce.number(), product: z.string() }),
    sql: sql`
      SELECT complaint_id AS id, toDate(received_at) AS day, version, product
      FROM complaint FINAL
      WHERE startsWith(complaint_id, ${bind(prefix, 'String')})
      ORDER BY id, day`,
  });

const touched = async (batchId: string) =>
  (
    await engine.warehouse.rows({
      name: 'touched',
      row: z.object({ month: z.string() }),
      sql: sql`SELECT month FROM touched_month WHERE batch_id = ${bind(batchId, 'String')} ORDER BY month`,
    })
  ).map(({ month }) => month);

describe('applyBatch', () => {
  it('adds, updates, recognises duplicates and leaves the outdated aside', async () => {
    const { warehouse } = engine;
    await putVersions(warehouse, 'a1', [
      { complaint_id: 'A-1', version: 5, product: 'first' },
      { complaint_id: 'A-2', version: 5, product: 'first' },
      { complaint_id: 'A-3', version: 5, product: 'first' },
    ]);
    expect(await applyBatch(warehouse, 'a1')).toMatchObject({
      rows: 3,
      added: 3,
      updated: 0,
      duplicate: 0,
      outdated: 0,
    });

    await putVersions(warehouse, 'a2', [
      { complaint_id: 'A-1', version: 6, product: 'second' },
      { complaint_id: 'A-2', version: 5, product: 'first' },
      { complaint_id: 'A-3', version: 4, product: 'older' },
      { complaint_id: 'A-4', version: 1, product: 'new' },
    ]);
    expect(await applyBatch(warehouse, 'a2')).toMatchObject({
      rows: 4,
      added: 1,
      updated: 1,
      duplicate: 1,
      outdated: 1,
    });
    expect(await current('A-')).toEqual([
      { id: 'A-1', day: '2026-03-01', version: 6, product: 'second' },
      { id: 'A-2', day: '2026-03-01', version: 5, product: 'first' },
      { id: 'A-3', day: '2026-03-01', version: 5, product: 'first' },
      { id: 'A-4', day: '2026-03-01', version: 1, product: 'new' },
    ]);
  });

  it('keeps the greatest of several versions inside one batch, in any order', async () => {
    const { warehouse } = engine;
    const row = (version: number) => ({ complaint_id: 'B-1', version, product: `v${version}` });
    await putVersions(warehouse, 'b1', [row(2), row(3), row(1), row(3)]);
    expect(await applyBatch(warehouse, 'b1')).toMatchObject({
      rows: 4,
      added: 1,
      updated: 0,
      duplicate: 1,
      outdated: 2,
    });
    expect(await current('B-')).toMatchObject([{ version: 3, product: 'v3' }]);
  });

  it('moves a complaint whose day was corrected, back and forth, and marks both months', async () => {
    const { warehouse } = engine;
    const on = (day: string, version: number) => [
      { complaint_id: 'C-1', version, received_at: seconds(`${day} 23:30`) },
    ];
    await putVersions(warehouse, 'c1', on('2026-01-31', 1));
    await applyBatch(warehouse, 'c1');
    await putVersions(warehouse, 'c2', on('2026-02-01', 2));
    expect(await applyBatch(warehouse, 'c2')).toMatchObject({
      updated: 1,
      moved: 1,
      months: ['2026-01-01', '2026-02-01'],
    });
    expect(await touched('c2')).toEqual(['2026-01-01', '2026-02-01']);
    expect(await current('C-')).toMatchObject([{ day: '2026-02-01', version: 2 }]);

    await putVersions(warehouse, 'c3', on('2026-01-31', 3));
    await applyBatch(warehouse, 'c3');
    expect(await current('C-')).toMatchObject([{ day: '2026-01-31', version: 3 }]);

    await putVersions(warehouse, 'c4', on('2026-02-01', 2));
    expect(await applyBatch(warehouse, 'c4')).toMatchObject({ outdated: 1, moved: 0, months: [] });
    expect(await current('C-')).toMatchObject([{ day: '2026-01-31', version: 3 }]);
  });

  it('answers the same when repeated, and a repeat changes nothing', async () => {
    const { warehouse } = engine;
    await putVersions(warehouse, 'd1', [
      { complaint_id: 'D-1', version: 1 },
      { complaint_id: 'D-2', version: 1 },
    ]);
    const first = await applyBatch(warehouse, 'd1');
    const before = await current('D-');
    expect(await applyBatch(warehouse, 'd1')).toEqual(first);
    expect(await current('D-')).toEqual(before);
  });

  it('counts rows by their keys when an insert is repeated in other pieces and without a token', async () => {
    const { warehouse } = engine;
    const rows = ['E-1', 'E-2', 'E-3'].map((complaint_id, index) => ({ complaint_id, row_number: index + 1 }));
    await putVersions(warehouse, 'e1', rows);
    await putVersions(warehouse, 'e1', rows.slice(0, 2));
    await putVersions(warehouse, 'e1', rows.slice(1));
    expect(await applyBatch(warehouse, 'e1')).toMatchObject({ rows: 3, added: 3, duplicate: 0 });
  });

  it('is mended by a repeat when cut off before the old day was buried, with the counts of the whole', async () => {
    const { warehouse } = engine;
    const on = (day: string, version: number) => [
      { complaint_id: 'F-1', version, received_at: seconds(`${day} 12:00`) },
    ];
    await putVersions(warehouse, 'f1', on('2026-01-05', 1));
    await applyBatch(warehouse, 'f1');
    await putVersions(warehouse, 'f2', on('2026-02-05', 2));

    const broken = dyingAt(warehouse, 'bury-moved-days');
    await expect(applyBatch(broken, 'f2')).rejects.toThrow('killed');
    expect(await current('F-')).toHaveLength(2);

    expect(await applyBatch(warehouse, 'f2')).toMatchObject({ added: 0, updated: 1, moved: 1 });
    expect(await current('F-')).toMatchObject([{ day: '2026-02-05', version: 2 }]);
    expect(await touched('f2')).toEqual(['2026-01-01', '2026-02-01']);
  });

  it('leaves no second day when each statement runs twice in the wrong order', async () => {
    const { warehouse } = engine;
    const on = (day: string, version: number) => [
      { complaint_id: 'G-1', version, received_at: seconds(`${day} 12:00`) },
    ];
    await putVersions(warehouse, 'g1', on('2026-01-05', 1));
    await applyBatch(warehouse, 'g1');
    await putVersions(warehouse, 'g2', on('2026-02-05', 2));
    const settlement = await applyBatch(warehouse, 'g2');
    const shape = await warehouse.one(batchShape('g2'));
    await buryMovedDays(warehouse, shape);
    await writeWinners(warehouse, shape, settlement);
    expect(await current('G-')).toMatchObject([{ day: '2026-02-05', version: 2 }]);
  });

  it('leaves the state alone when an old batch is applied again after newer ones', async () => {
    const { warehouse } = engine;
    const on = (day: string, version: number) => [
      { complaint_id: 'I-1', version, received_at: seconds(`${day} 12:00`) },
    ];
    for (const [batch, day, version] of [
      ['i1', '2026-01-05', 1],
      ['i2', '2026-02-05', 2],
      ['i3', '2026-01-05', 3],
    ] as const) {
      await putVersions(warehouse, batch, on(day, version));
      await applyBatch(warehouse, batch);
    }
    await applyBatch(warehouse, 'i2');
    await applyBatch(warehouse, 'i1');
    expect(await current('I-')).toMatchObject([{ day: '2026-01-05', version: 3 }]);
  });

  it('settles a batch that is too large to name its complaints', async () => {
    const { warehouse } = engine;
    const ids = Array.from({ length: 1_500 }, (_, index) => `J-${index}`);
    await putVersions(
      warehouse,
      'j1',
      ids.map((complaint_id) => ({ complaint_id })),
    );
    expect(await applyBatch(warehouse, 'j1')).toMatchObject({ rows: 1_500, added: 1_500 });
    const moved = { version: 2, received_at: seconds('2026-02-01 12:00') };
    await putVersions(
      warehouse,
      'j2',
      ids.map((complaint_id, index) => (index < 100 ? { complaint_id } : { complaint_id, ...moved })),
    );
    expect(await applyBatch(warehouse, 'j2')).toMatchObject({ updated: 1_400, duplicate: 100, moved: 1_400 });
    const days = (await current('J-')).map(({ day }) => day);
    expect(days.filter((day) => day === '2026-02-01')).toHaveLength(1_400);
    expect(days).toHaveLength(1_500);
  });

  it('settles a large batch in two halves, and a repeat writes the half that was cut off', async () => {
    const { warehouse } = engine;
    const months = ['2025-11-05', '2025-12-05', '2026-01-05'];
    const rows = Array.from({ length: 21_000 }, (_, index) => ({
      complaint_id: `K-${index}`,
      received_at: seconds(`${months[index % 3] ?? ''} 12:00`),
    }));
    await putVersions(warehouse, 'k1', rows);
    let statements = 0;
    const cutOff: typeof warehouse = {
      ...dyingAt(warehouse, 'nothing'),
      run: (statement, name, settings) =>
        name === 'write-winners' && ++statements === 2
          ? Promise.reject(new Error('killed'))
          : warehouse.run(statement, name, settings),
    };
    await expect(applyBatch(cutOff, 'k1')).rejects.toThrow('killed');
    expect(await current('K-')).toHaveLength(7_000); // December alone is even
    expect(await applyBatch(warehouse, 'k1')).toMatchObject({ rows: 21_000, added: 21_000 });
    const days = (await current('K-')).map(({ day }) => day);
    for (const month of months) expect(days.filter((day) => day === month)).toHaveLength(7_000);
  });

  it('takes a file of more than a hundred months in one insert', async () => {
    const { warehouse } = engine;
    const rows = Array.from({ length: 172 }, (_, month) => ({
      complaint_id: `H-${month}`,
      received_at: seconds(`${2011 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15 12:00`),
      arrived_at: seconds(`${2011 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-16 12:00`),
    }));
    await putVersions(warehouse, 'h1', rows);
    const settlement = await applyBatch(warehouse, 'h1');
    expect(settlement.added).toBe(172);
    expect(settlement.months).toHaveLength(172);
    expect(await touched('h1')).toEqual(settlement.months);
  });
});
