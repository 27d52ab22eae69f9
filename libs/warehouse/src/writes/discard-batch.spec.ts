import { startEngine } from '@tocsin/engine';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rejectedRows } from '../queries/rejected-rows.query.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { renderSql } from '../sql/render.ts';
import { sql } from '../sql/sql.ts';
import { dyingAt } from '../testing/dying-at.ts';
import { onEngine } from '../testing/on-engine.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from './apply-batch.ts';
import { deletions, hidden } from './delete-rows.ts';
import { discardBatch } from './discard-batch.ts';
import { insertRejectedRows } from './insert-rejected-rows.ts';

const engine = onEngine(startEngine);

beforeEach(async () => {
  for (const table of ['complaint', 'complaint_version', 'settlement', 'touched_month', 'rejected_row'] as const) {
    await engine.warehouse.run(sql`TRUNCATE TABLE ${identifier(table, [table])}`, 'empty');
  }
});

/** The current complaints: number, day, version, and the batch it is from. */
const shown = async () => {
  const rows = await engine.warehouse.rows({
    name: 'current',
    row: z.object({ text: z.string() }),
    sql: sql`
      SELECT concat(complaint_id, ' ', toString(toDate(received_at)), ' ', toString(version), ' ', batch_id) AS text
      FROM complaint FINAL ORDER BY text`,
  });
  return rows.map(({ text }) => text);
};

const touched = async (batchId: string) =>
  (
    await engine.warehouse.rows({
      name: 'touched',
      row: z.object({ month: z.string() }),
      sql: sql`SELECT DISTINCT month FROM touched_month WHERE batch_id = ${bind(batchId, 'String')} ORDER BY month`,
    })
  ).map(({ month }) => month);

async function importBatch(batch: string, rows: readonly VersionRow[]): Promise<void> {
  await putVersions(engine.warehouse, batch, rows);
  await applyBatch(engine.warehouse, batch);
}

const on = (complaint_id: string, version: number, day: string): VersionRow => ({
  complaint_id,
  version,
  received_at: seconds(`${day} 12:00`),
});

describe('discardBatch', () => {
  it('brings older versions back, moves days back, and lets go of complaints that nobody else knows', async () => {
    await importBatch('first', [on('A', 1, '2026-01-05'), on('B', 1, '2026-01-06')]);
    await importBatch('second', [on('A', 2, '2026-02-07'), on('C', 1, '2026-03-08'), on('B', 1, '2026-01-06')]);
    expect(await discardBatch(engine.warehouse, 'second')).toEqual({ complaints: 3, gone: 1 });
    expect(await shown()).toEqual(['A 2026-01-05 1 first', 'B 2026-01-06 1 first']);
    expect(await touched('second')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  });

  it('lets another batch stand in that brought the same version later', async () => {
    await importBatch('first', [on('A', 1, '2026-01-05')]);
    await importBatch('again', [on('A', 1, '2026-01-05')]);
    await discardBatch(engine.warehouse, 'first');
    expect(await shown()).toEqual(['A 2026-01-05 1 again']);
    await discardBatch(engine.warehouse, 'again');
    expect(await shown()).toEqual([]);
  });

  it('leaves a newer version of another batch, and no day of the old one comes to life', async () => {
    await importBatch('one', [on('A', 1, '2026-01-05')]);
    await importBatch('two', [on('A', 2, '2026-02-05')]);
    await importBatch('three', [on('A', 3, '2026-03-05')]);
    await discardBatch(engine.warehouse, 'two');
    expect(await shown()).toEqual(['A 2026-03-05 3 three']);
    await discardBatch(engine.warehouse, 'three');
    expect(await shown()).toEqual(['A 2026-01-05 1 one']);
  });

  it('does not let a batch be seen that is not settled yet', async () => {
    await importBatch('one', [on('A', 2, '2026-01-05')]);
    await putVersions(engine.warehouse, 'waiting', [on('A', 1, '2026-01-04')]);
    expect(await discardBatch(engine.warehouse, 'one')).toEqual({ complaints: 1, gone: 1 });
    expect(await shown()).toEqual([]);
    await applyBatch(engine.warehouse, 'waiting');
    expect(await shown()).toEqual(['A 2026-01-04 1 waiting']);
  });

  it('touches nothing that is visible when the batch was never settled', async () => {
    await importBatch('one', [on('A', 1, '2026-01-05')]);
    await putVersions(engine.warehouse, 'half', [on('A', 2, '2026-01-06')]);
    expect(await discardBatch(engine.warehouse, 'half')).toEqual({ complaints: 0, gone: 0 });
    expect(await shown()).toEqual(['A 2026-01-05 1 one']);
    expect(await touched('half')).toEqual([]);
  });

  it.each(['put-standing', 'hide complaint', 'touched_month', 'hide settlement', 'hide complaint_version'])(
    'is finished by a repeat when it was cut off at %s',
    async (step) => {
      await importBatch('first', [on('A', 1, '2026-01-05')]);
      await importBatch('second', [on('A', 2, '2026-02-07'), on('C', 1, '2026-03-08')]);
      await expect(discardBatch(dyingAt(engine.warehouse, step), 'second')).rejects.toThrow('killed');
      await discardBatch(engine.warehouse, 'second');
      expect(await shown()).toEqual(['A 2026-01-05 1 first']);
      expect(await touched('second')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    },
  );

  it('lets the very same batch come again', async () => {
    const rows = [on('A', 1, '2026-01-05'), on('B', 1, '2026-01-06')];
    await importBatch('same', rows);
    await discardBatch(engine.warehouse, 'same');
    await importBatch('same', rows);
    expect(await shown()).toEqual(['A 2026-01-05 1 same', 'B 2026-01-06 1 same']);
  });

  it('removes the refused rows, unless they are to be mended', async () => {
    const { warehouse } = engine;
    const refused = (batchId: string) => ({ batchId, rowNumber: 2, reasons: [], raw: '{}', personKeys: [] });
    await insertRejectedRows(warehouse, [refused('kept'), refused('gone')]);
    await discardBatch(warehouse, 'kept', { keepRejected: true });
    await discardBatch(warehouse, 'gone');
    expect(await warehouse.rows(rejectedRows('kept'))).toHaveLength(1);
    expect(await warehouse.rows(rejectedRows('gone'))).toEqual([]);
  });

  it('takes back a batch too large to name its complaints', async () => {
    const ids = Array.from({ length: 1_500 }, (_, index) => `J-${index}`);
    await importBatch(
      'early',
      ids.map((id) => on(id, 1, '2026-01-05')),
    );
    await importBatch(
      'late',
      ids.slice(0, 1_400).map((id) => on(id, 2, '2026-02-05')),
    );
    expect(await discardBatch(engine.warehouse, 'late')).toEqual({ complaints: 1_400, gone: 0 });
    expect(await shown()).toEqual(ids.map((id) => `${id} 2026-01-05 1 early`).sort());
  });
});

describe('on a cluster', () => {
  it('changes complaints where they are, and statements can be parsed', async () => {
    const place = { cluster: 'company' };
    const condition = sql`batch_id = 'x'`;
    const statements = [hidden(place, 'complaint', condition), ...deletions(place, 'complaint_version', condition)];
    for (const statement of statements) {
      const { text } = renderSql(statement);
      expect(text).toMatch(/complaint(_version)?_local ON CLUSTER company/);
      const parsed = sql`SELECT formatQuery(${bind(text, 'String')}) AS text`;
      await expect(engine.warehouse.rows({ name: 'parse', row: z.unknown(), sql: parsed })).resolves.toHaveLength(1);
    }
    expect(renderSql(hidden(place, 'rejected_row', condition)).text).toBe(
      "DELETE FROM rejected_row WHERE batch_id = 'x'",
    );
  });
});
