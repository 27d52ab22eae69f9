import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { createServer } from 'node:net';
import { startEngine } from '@tocsin/engine';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../sql/sql.ts';
import { versionColumns } from '../tables/complaint-columns.ts';
import { onEngine } from '../testing/on-engine.ts';
import { putVersions } from '../testing/version-row.ts';
import { tabSeparated } from '../writes/tab-separated.ts';
import { openWarehouse } from './open-warehouse.ts';
import { UnexpectedRow } from './unexpected-row.ts';

const engine = onEngine(startEngine);
const numbers = {
  name: 'numbers',
  row: z.object({ n: z.number() }),
  sql: sql`SELECT toUInt32(number) AS n FROM numbers(3)`,
};

describe('rows', () => {
  it('names the query and the field when a row is not what was declared', async () => {
    const wrong = { ...numbers, row: z.object({ n: z.string() }) };
    await expect(engine.warehouse.rows(wrong)).rejects.toThrow(UnexpectedRow);
    await expect(engine.warehouse.rows(wrong)).rejects.toThrow(/query "numbers" answered an unexpected row 0: [^]*n/);
  });

  it('are as many as the method says', async () => {
    await expect(engine.warehouse.one(numbers)).rejects.toThrow('answered 3 rows where one was due');
    expect(await engine.warehouse.maybeOne(numbers)).toEqual({ n: 0 });
    const none = { ...numbers, sql: sql`SELECT 1 AS n WHERE 0` };
    await expect(engine.warehouse.one(none)).rejects.toThrow('answered no row');
    expect(await engine.warehouse.maybeOne(none)).toBeUndefined();
  });
});

describe('stream', () => {
  it('is CSV with a header', async () => {
    expect(await text(await engine.warehouse.stream(numbers, 'CSVWithNames'))).toBe('"n"\n0\n1\n2\n');
  });

  it('is an Arrow stream, schema message first', async () => {
    const bytes = await buffer(await engine.warehouse.stream(numbers, 'Arrow'));
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    expect(bytes.includes(Buffer.from([1, 0, 0, 0, 2, 0, 0, 0]))).toBe(true);
  });
});

describe('insertStream', () => {
  it('takes text of any kind back as it was, and says how many rows were written', async () => {
    const nasty = 'tab\t line\n return\r back\\slash \\N quote\' "double" 诉警 \0 end';
    await putVersions(engine.warehouse, 'nasty', [
      {
        complaint_id: 'N-1',
        narrative: nasty,
        special_groups: ["a'b", 'c\\d', '老年'],
        compensation: '12.50',
        sale_day: '1950-01-01',
      },
    ]);
    const row = await engine.warehouse.one({
      name: 'nasty',
      row: z.object({
        narrative: z.string(),
        groups: z.array(z.string()),
        compensation: z.number(),
        sale_day: z.string(),
        due_on: z.null(),
      }),
      sql: sql`
        SELECT narrative, special_groups AS groups, compensation, sale_day, due_on
        FROM complaint_version WHERE complaint_id = 'N-1'`,
    });
    expect(row).toEqual({
      narrative: nasty,
      groups: ["a'b", 'c\\d', '老年'],
      compensation: 12.5,
      sale_day: '1950-01-01',
      due_on: null,
    });
  });

  it('streams without holding all of it', async () => {
    const rows = function* () {
      for (let n = 0; n < 200_000; n++) yield tabSeparated([`s${n}`, n % 7, null]);
    };
    const before = process.memoryUsage().arrayBuffers;
    const { writtenRows } = await engine.warehouse.insertStream(
      'complaint_version',
      ['complaint_id', 'row_number', 'due_on'],
      'TabSeparated',
      Readable.from(rows()),
    );
    expect(writtenRows).toBe(200_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  });
});

it('lists the columns of complaint_version as the database has them', async () => {
  const columns = await engine.warehouse.rows({
    name: 'columns',
    row: z.object({ name: z.string(), type: z.string() }),
    sql: sql`
      SELECT name, replaceAll(type, '(\\'Asia/Shanghai\\')', '') AS type
      FROM system.columns
      WHERE database = currentDatabase() AND table = 'complaint_version'
      ORDER BY position`,
  });
  expect(columns).toEqual(versionColumns);
});

it('gives marks that rise, also over a restart', async () => {
  const marks = [engine.warehouse.nextMark(), engine.warehouse.nextMark(), engine.warehouse.nextMark()];
  await engine.warehouse.insert('touched_month', [{ month: '2030-01-01', mark: 9e12, batch_id: 'ahead' }]);
  const again = await openWarehouse(engine.connection());
  marks.push(again.nextMark());
  await again.close();
  expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b));
  expect(marks.at(-1)).toBeGreaterThan(9e12);
});

it('tries again while nothing listens yet', async () => {
  const { url } = engine.connection();
  const gate = createServer();
  await new Promise<void>((ready) => gate.listen(0, '127.0.0.1', ready));
  const { port } = gate.address() as { port: number };
  await new Promise<void>((closed) => gate.close(() => closed()));
  const target = new URL(url);
  const late = createServer((socket) => {
    void import('node:net').then(({ connect }) => {
      const through = connect(Number(target.port), target.hostname);
      socket.pipe(through).pipe(socket);
      socket.on('error', () => through.destroy());
      through.on('error', () => socket.destroy());
    });
  });
  setTimeout(() => late.listen(port, '127.0.0.1'), 400);
  const through = await openWarehouse({ ...engine.connection(), url: `http://127.0.0.1:${port}` });
  expect(await through.rows(numbers)).toHaveLength(3);
  await through.close();
  late.close();
});
