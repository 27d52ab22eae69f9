import { createClient } from '@clickhouse/client';
import { startEngine } from '@tocsin/engine';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWarehouse } from '../connection/open-warehouse.ts';
import { bind } from '../sql/bind.ts';
import { sql } from '../sql/sql.ts';
import { tableNames } from '../tables/table-names.ts';
import { onEngine } from '../testing/on-engine.ts';
import { renderMigration } from './migrate.ts';
import { migrations } from './migrations.ts';

const engine = onEngine(startEngine);

describe('the ledger', () => {
  it('holds every migration, and the tables exist', async () => {
    const tables = await engine.warehouse.rows({
      name: 'tables',
      row: z.object({ name: z.string() }),
      sql: sql`SELECT name FROM system.tables WHERE database = currentDatabase()`,
    });
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining([...tableNames]));

    const ledger = await engine.warehouse.rows({
      name: 'ledger',
      row: z.object({ version: z.number(), name: z.string() }),
      sql: sql`SELECT version, name FROM schema_migration ORDER BY version`,
    });
    expect(ledger).toEqual(migrations.map(({ version, name }) => ({ version, name })));
  });

  it('is not written twice when the program starts again', async () => {
    await (await openWarehouse(engine.connection())).close();
    const count = await engine.warehouse.one({
      name: 'ledger-rows',
      row: z.object({ rows: z.coerce.number() }),
      sql: sql`SELECT count() AS rows FROM schema_migration`,
    });
    expect(count.rows).toBe(migrations.length);
  });

  it('goes on where a cut-off start stopped: tables made, ledger not written', async () => {
    const options = { ...engine.connection(), database: 'cut_off' };
    await (await openWarehouse(options)).close();
    const client = createClient({ url: options.url, username: options.username, password: options.password });
    await client.command({
      query: 'ALTER TABLE cut_off.schema_migration DELETE WHERE version > 1 SETTINGS mutations_sync = 1',
    });
    await client.close();
    await expect(openWarehouse(options).then((again) => again.close())).resolves.toBeUndefined();
  });

  it('refuses another time zone than the first, and says which to set', async () => {
    await expect(openWarehouse({ ...engine.connection(), timeZone: 'UTC' })).rejects.toThrow(
      'Set TOCSIN_TIME_ZONE=Asia/Shanghai',
    );
  });
});

describe('on a cluster', () => {
  const statements = migrations.flatMap((migration) =>
    renderMigration(migration, { timeZone: 'Asia/Shanghai', cluster: 'company' }),
  );

  it('renders statements that the engine can parse', async () => {
    for (const statement of statements) {
      const { text } = await engine.warehouse.one({
        name: 'parse',
        row: z.object({ text: z.string() }),
        sql: sql`SELECT formatQuery(${bind(statement, 'String')}) AS text`,
      });
      expect(text).toMatch(
        /^((CREATE TABLE IF NOT EXISTS|ALTER TABLE|DROP TABLE IF EXISTS) \w+ ON CLUSTER company|INSERT INTO \w+\s)/,
      );
    }
  });

  it('shards complaints by their number and replicates all other tables everywhere', () => {
    const distributed = statements.filter((statement) => statement.includes('Distributed('));
    expect(distributed.map((statement) => /EXISTS (\w+)/.exec(statement)?.[1])).toEqual([
      'complaint_version',
      'complaint',
      'withdrawn_version',
    ]);
    for (const statement of statements)
      expect(statement).toMatch(
        /^(--.*\n|\n)*INSERT INTO|(ALTER TABLE|DROP TABLE IF EXISTS) \w+ ON CLUSTER 'company'|ON CLUSTER 'company'[^]*ENGINE = (Replicated|Distributed)/,
      );
  });
});
