import { migrate } from '../migrate/migrate.ts';
import { fixTimeZone } from '../migrate/fix-time-zone.ts';
import { newestMark } from '../queries/newest-mark.query.ts';
import { connect } from './client.ts';
import { ClickHouseWarehouse } from './clickhouse-warehouse.ts';
import { withRetry } from './retry.ts';
import type { Warehouse, WarehouseOptions } from './warehouse.ts';

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;
const DEFAULT_RETRY_MS = 30_000;

/**
 * Connects, creates the database where it is missing, brings its schema up to date and checks the zone. Throws
 * `SchemaTooNew`, `MigrationEdited` or `TimeZoneFixed`, each with what to do about it.
 */
export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  for (const name of [options.database, options.cluster ?? 'none']) {
    if (!PLAIN.test(name)) throw new Error(`"${name}" cannot name a database or cluster: use letters, digits and _`);
  }
  await createDatabase(options);
  const client = connect(options, options.database);
  const warehouse = new ClickHouseWarehouse(client, options);
  try {
    await migrate(client, options);
    await fixTimeZone(warehouse, options.timeZone);
    warehouse.startMarksAfter(Number((await warehouse.one(newestMark())).mark));
  } catch (error) {
    await warehouse.close();
    throw error;
  }
  return warehouse;
}

async function createDatabase(options: WarehouseOptions): Promise<void> {
  const client = connect(options);
  const everywhere = options.cluster === undefined ? '' : ` ON CLUSTER ${options.cluster}`;
  try {
    await withRetry(options.retryForMs ?? DEFAULT_RETRY_MS, () =>
      client.command({ query: `CREATE DATABASE IF NOT EXISTS ${options.database}${everywhere}` }),
    );
  } finally {
    await client.close();
  }
}
