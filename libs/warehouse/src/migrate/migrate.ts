import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { withRetry } from '../connection/retry.ts';
import type { WarehouseOptions } from '../connection/warehouse.ts';
import { forCluster } from './for-cluster.ts';
import { type Migration, migrations } from './migrations.ts';
import { type Applied, pendingMigrations } from './pending-migrations.ts';
import { inZone, statementsOf } from './statements.ts';

const LedgerRow = z.object({ version: z.number().int(), name: z.string(), sha256: z.string() });
const RETRY_MS = 30_000;

type Options = Pick<WarehouseOptions, 'timeZone' | 'cluster' | 'retryForMs' | 'now'>;

/**
 * Applies what the ledger does not list yet, in order. A migration is harmless when repeated from its first statement on and the
 * ledger is written last, so a start that was cut off simply goes on at the next one.
 */
export async function migrate(
  client: ClickHouseClient,
  options: Options,
  known: readonly Migration[] = migrations,
): Promise<readonly Migration[]> {
  const pending = pendingMigrations(known, await appliedMigrations(client));
  for (const migration of pending) {
    // From the first statement on: one that fills a table may have written some of it before the connection was lost.
    await withRetry(options.retryForMs ?? RETRY_MS, async () => {
      for (const query of renderMigration(migration, options)) await client.command({ query });
    });
    await client.insert({
      table: 'schema_migration',
      format: 'JSONEachRow',
      values: [
        {
          version: migration.version,
          name: migration.name,
          sha256: migration.sha256,
          applied_at: options.now().toISOString(),
        },
      ],
      clickhouse_settings: { date_time_input_format: 'best_effort' },
    });
  }
  return pending;
}

/** The statements of a migration for one node or for a cluster, ready to be sent. */
export function renderMigration(migration: Migration, options: Pick<Options, 'timeZone' | 'cluster'>): string[] {
  const { cluster, timeZone } = options;
  const statements = statementsOf(migration.text).map((statement) => inZone(statement, timeZone));
  return cluster === undefined ? statements : statements.flatMap((statement) => forCluster(statement, cluster));
}

async function appliedMigrations(client: ClickHouseClient): Promise<Applied[]> {
  const exists = await client.query({ query: 'EXISTS TABLE schema_migration', format: 'JSONEachRow' });
  const [answer] = z.array(z.object({ result: z.number() })).parse(await exists.json());
  if (answer?.result !== 1) return [];
  const ledger = await client.query({
    query: 'SELECT version, name, sha256 FROM schema_migration FINAL ORDER BY version',
    format: 'JSONEachRow',
  });
  return z.array(LedgerRow).parse(await ledger.json());
}
