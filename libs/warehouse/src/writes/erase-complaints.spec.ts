import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '@tocsin/engine';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { erasedKeys } from '../queries/erased-keys.query.ts';
import { rejectedRows } from '../queries/rejected-rows.query.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { sql } from '../sql/sql.ts';
import { dyingAt } from '../testing/dying-at.ts';
import { onEngine } from '../testing/on-engine.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { tableNames } from '../tables/table-names.ts';
import { applyBatch } from './apply-batch.ts';
import { discardBatch } from './discard-batch.ts';
import { eraseComplaints } from './erase-complaints.ts';
import { insertRejectedRows } from './insert-rejected-rows.ts';
import { insertRowWarnings } from './insert-row-warnings.ts';

const engine = onEngine(startEngine);
const used = ['complaint', 'complaint_version', 'settlement', 'touched_month', 'erased', 'rejected_row'] as const;

beforeEach(async () => {
  for (const table of used) {
    await engine.warehouse.run(sql`TRUNCATE TABLE ${identifier(table, used)}`, 'empty');
  }
});

const keyOf = (complaintId: string) => `key of ${complaintId.slice(-1)}`;
const erase = (key: string, complaint = '', warehouse = engine.warehouse) =>
  eraseComplaints(warehouse, { actionId: 'a1', key, complaint }, keyOf);

async function importBatch(batch: string, rows: readonly VersionRow[]): Promise<void> {
  await putVersions(engine.warehouse, batch, rows);
  await applyBatch(engine.warehouse, batch);
}

const strings = async (table: 'complaint' | 'complaint_version') =>
  (
    await engine.warehouse.rows({
      name: 'strings',
      row: z.object({ text: z.string() }),
      sql: sql`
        SELECT concat(complaint_id, ' ', toString(version)) AS text FROM ${identifier(table, [table])} FINAL ORDER BY text`,
    })
  ).map(({ text }) => text);

const marked = async () =>
  (
    await engine.warehouse.rows({
      name: 'marked',
      row: z.object({ month: z.string() }),
      sql: sql`SELECT DISTINCT month FROM touched_month WHERE batch_id = 'a1' ORDER BY month`,
    })
  ).map(({ month }) => month);

describe('eraseComplaints', () => {
  it('removes every version of every complaint in which the person was ever named, and marks their months', async () => {
    await importBatch('one', [
      { complaint_id: 'A', version: 1, complainant_key: 'li', received_at: seconds('2026-01-05 10:00') },
      { complaint_id: 'B', version: 1, complainant_key: 'wang', phone_key: 'li-phone' },
      { complaint_id: 'C', version: 1, complainant_key: 'zhao' },
    ]);
    // A newer version that does not name anybody is still about the same person.
    await importBatch('two', [{ complaint_id: 'A', version: 2, received_at: seconds('2026-02-05 10:00') }]);
    expect(await erase('li')).toEqual({ complaints: 1 });
    expect(await strings('complaint')).toEqual(['B 1', 'C 1']);
    expect(await strings('complaint_version')).toEqual(['B 1', 'C 1']);
    expect(await marked()).toEqual(['2026-01-01', '2026-02-01']);
    expect(await engine.warehouse.rows(erasedKeys())).toEqual([{ key: 'key of A' }, { key: 'li' }]);
  });

  it('finds a phone beside an identity number', async () => {
    await importBatch('one', [{ complaint_id: 'B', version: 1, complainant_key: 'wang', phone_key: 'li-phone' }]);
    expect(await erase('li-phone')).toEqual({ complaints: 1 });
    expect(await strings('complaint')).toEqual([]);
  });

  it('removes one complaint by its number', async () => {
    await importBatch('one', [
      { complaint_id: 'A', version: 1, complainant_key: 'li' },
      { complaint_id: 'B', version: 1, complainant_key: 'li' },
    ]);
    expect(await erase('key of A', 'A')).toEqual({ complaints: 1 });
    expect(await strings('complaint')).toEqual(['B 1']);
  });

  it('removes refused rows and doubts as well', async () => {
    const { warehouse } = engine;
    await importBatch('one', [{ complaint_id: 'A', version: 1, complainant_key: 'li' }]);
    const row = { batchId: 'one', reasons: [], raw: '{}' };
    await insertRejectedRows(warehouse, [
      { ...row, rowNumber: 7, personKeys: ['other', 'li'] },
      { ...row, rowNumber: 8, personKeys: ['other'] },
    ]);
    const doubt = { code: 'unknown-code', field: 'line', shown: 'x', expected: '' };
    await insertRowWarnings(warehouse, [{ batchId: 'one', rowNumber: 2, complaintId: 'A', ...doubt }]);
    await erase('li');
    expect((await warehouse.rows(rejectedRows('one'))).map(({ rowNumber }) => rowNumber)).toEqual([8]);
    const left = sql`SELECT count() AS rows FROM row_warning WHERE complaint_id = 'A'`;
    const { rows } = await warehouse.one({ name: 'left', row: z.object({ rows: z.coerce.number() }), sql: left });
    expect(rows).toBe(0);
  });

  it.each([
    'erased',
    'touched_month',
    'delete complaint',
    'delete row_warning',
    'delete complaint_version',
    'delete rejected_row',
  ])('is finished by a repeat when it was cut off at %s, with the count of the whole', async (step) => {
    await importBatch('one', [
      { complaint_id: 'A', version: 1, complainant_key: 'li', received_at: seconds('2026-01-05 10:00') },
      { complaint_id: 'C', version: 1, complainant_key: 'zhao' },
    ]);
    await expect(erase('li', '', dyingAt(engine.warehouse, step))).rejects.toThrow('killed');
    expect(await erase('li')).toEqual({ complaints: 1 });
    expect(await strings('complaint')).toEqual(['C 1']);
    expect(await strings('complaint_version')).toEqual(['C 1']);
    expect(await marked()).toEqual(['2026-01-01']);
  });
});

describe('physical deletion', () => {
  /** Files below `folder` that hold `text`. */
  const filesWith = (folder: string, text: string): string[] =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
      .filter((path) => {
        try {
          return readFileSync(path).includes(text);
        } catch {
          return false; // gone in the meantime
        }
      });

  it('leaves the person in no table and in no file, whatever was withdrawn before', { timeout: 60_000 }, async () => {
    const { warehouse, directory } = engine;
    for (const table of ['complaint', 'complaint_version'] as const) {
      // The engine keeps parts that were replaced for eight minutes; the test does not wait for them.
      await warehouse.run(sql`ALTER TABLE ${identifier(table, [table])} MODIFY SETTING old_parts_lifetime = 0`, 'soon');
    }
    const mark = 'QZXJVWKP81';
    const number = 'TS-7Q4XJZ0VK';
    const person = { complainant_key: 'e4d909c290d0fb1c', narrative: `反映 ${mark} 一事` };
    await importBatch('one', [{ complaint_id: number, version: 1, ...person }, { complaint_id: 'C' }]);
    await importBatch('two', [{ complaint_id: 'D', version: 1, ...person }, { complaint_id: 'E' }]);
    await discardBatch(warehouse, 'two');
    expect(filesWith(directory, mark).length).toBeGreaterThan(0);
    expect(filesWith(directory, number).length).toBeGreaterThan(0);
    expect(filesWith(directory, person.complainant_key).length).toBeGreaterThan(0);

    await erase(person.complainant_key);
    for (const table of tableNames.filter((name) => name !== 'erased')) {
      const where = sql`position(formatRow('JSONEachRow', *), ${bind(mark, 'String')}) > 0`;
      const found = sql`SELECT count() AS rows FROM ${identifier(table, tableNames)} WHERE ${where}`;
      const { rows } = await warehouse.one({ name: 'find', row: z.object({ rows: z.coerce.number() }), sql: found });
      expect(rows, table).toBe(0);
    }
    // The pseudonym itself stays in `erased`, and nowhere else: that is how the person is kept out.
    const home = sql`SELECT toString(uuid) AS uuid FROM system.tables WHERE database = 'tocsin' AND name = 'erased'`;
    const { uuid } = await warehouse.one({ name: 'home', row: z.object({ uuid: z.string() }), sql: home });
    const remains = () => [mark, number, person.complainant_key].flatMap((text) => filesWith(directory, text));
    const elsewhere = () => remains().filter((path) => !path.includes(uuid) && !path.includes('/erased/'));
    await vi.waitFor(() => expect(elsewhere()).toEqual([]), { timeout: 45_000, interval: 500 });
  });
});
