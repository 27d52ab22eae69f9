import type { Warehouse } from '../connection/warehouse.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { type TableName, shardedTables, tableNames } from '../tables/table-names.ts';

/** Answers when every replica is done. What a condition looks up in other tables is the same on all of them. */
const settings = { mutations_sync: 2, lightweight_deletes_sync: 2, allow_nondeterministic_mutations: 1 };

/** Rows are out of sight at once; their bytes go when parts are merged. Cheap: a mask is written, no part. */
export const hideRows = (warehouse: Warehouse, table: TableName, condition: Sql): Promise<unknown> =>
  warehouse.run(hidden(warehouse, table, condition), `hide ${table}`, settings);

/**
 * As `hideRows`, and the parts are written anew without the rows, those hidden earlier included. The old parts leave the
 * disk within minutes. The engine also keeps the text of finished deletions, which names what was deleted: only that of
 * the newest one from here on, and the newest names nothing.
 */
export async function deleteRows(warehouse: Warehouse, table: TableName, condition: Sql): Promise<void> {
  for (const statement of deletions(warehouse, table, condition)) {
    await warehouse.run(statement, `delete ${table}`, settings);
  }
}

type Place = Pick<Warehouse, 'cluster'>;

export const hidden = (place: Place, table: TableName, condition: Sql): Sql =>
  sql`DELETE FROM ${stored(place, table)} WHERE ${condition}`;

export const deletions = (place: Place, table: TableName, condition: Sql): Sql[] => [
  sql`ALTER TABLE ${stored(place, table)} MODIFY SETTING finished_mutations_to_keep = 1`,
  sql`ALTER TABLE ${stored(place, table)} DELETE WHERE ${condition}`,
  sql`ALTER TABLE ${stored(place, table)} APPLY DELETED MASK`,
];

/** A sharded table is changed where its rows are, on every shard. */
function stored({ cluster }: Place, table: TableName): Sql {
  if (cluster === undefined || !shardedTables.includes(table)) return sql`${identifier(table, tableNames)}`;
  const local = `${table}_local`;
  return sql`${identifier(local, [local])} ON CLUSTER ${identifier(cluster, [cluster])}`;
}
