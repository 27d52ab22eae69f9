import { describe, expect, it } from 'vitest';
import { migrationFrom, migrations } from './migrations.ts';
import { pendingMigrations } from './pending-migrations.ts';

const first = migrationFrom(
  '0001-first.sql',
  'CREATE TABLE IF NOT EXISTS a (x UInt8) ENGINE = MergeTree ORDER BY x;\n',
);
const second = migrationFrom(
  '0002-second.sql',
  'CREATE TABLE IF NOT EXISTS b (x UInt8) ENGINE = MergeTree ORDER BY x;\n',
);

describe('pendingMigrations', () => {
  it('is everything for an empty ledger, and only what is missing otherwise', () => {
    expect(pendingMigrations([first, second], [])).toEqual([first, second]);
    expect(pendingMigrations([first, second], [first])).toEqual([second]);
    expect(pendingMigrations([first, second], [first, second])).toEqual([]);
  });

  it('refuses a newer schema than it knows', () => {
    expect(() => pendingMigrations([first], [first, second])).toThrow('The database is at schema 2 (second)');
  });

  it('refuses a migration that was edited after it had been applied', () => {
    const edited = migrationFrom('0001-first.sql', first.text.replace('UInt8', 'UInt16'));
    expect(() => pendingMigrations([edited, second], [first])).toThrow('Migration 1 (first) is not the text');
  });

  it('takes the line ends of a checkout for no edit', () => {
    expect(migrationFrom('0001-first.sql', first.text.replaceAll('\n', '\r\n')).sha256).toBe(first.sha256);
  });
});

it('numbers each shipped migration differently, and knows them in order', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});
