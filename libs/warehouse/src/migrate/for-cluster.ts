/**
 * A migration's statements as a cluster needs them. Small tables are replicated on every node under their own name.
 * Those marked `-- cluster: shard by COLUMN` become a local replicated table `…_local` on each shard and a Distributed
 * table under the plain name, sharded so that all rows of one complaint meet on one node (FINAL needs that). A change of
 * such a table is marked `-- cluster: sharded` and made to both.
 */
export function forCluster(statement: string, cluster: string): string[] {
  const alter = /ALTER TABLE (\w+)/.exec(statement);
  if (alter !== null) {
    const tables = statement.includes('-- cluster: sharded') ? [`${alter[1]}_local`, alter[1]] : [alter[1]];
    return tables.map((table) => statement.replace(alter[0], `ALTER TABLE ${table} ON CLUSTER '${cluster}'`));
  }
  // Rows go to a table that is the same everywhere.
  if (
    statement
      .replaceAll(/^--.*$/gm, '')
      .trimStart()
      .startsWith('INSERT INTO ')
  )
    return [statement];
  const drop = /DROP TABLE IF EXISTS (\w+) SYNC$/.exec(statement);
  if (drop !== null) return [`DROP TABLE IF EXISTS ${drop[1]} ON CLUSTER '${cluster}' SYNC`];
  const create = /CREATE TABLE IF NOT EXISTS (\w+)( AS \w+)?/.exec(statement);
  if (create === null) {
    throw new Error(
      `only CREATE TABLE IF NOT EXISTS, ALTER TABLE, DROP TABLE IF EXISTS … SYNC and INSERT INTO are known to render for a cluster, not: ${statement.slice(0, 80)}`,
    );
  }
  const [, table = '', as = ''] = create;
  const shardBy = /-- cluster: shard by (\w+)/.exec(statement)?.[1];
  const name = shardBy === undefined ? table : `${table}_local`;
  const local = replicated(statement, shardBy === undefined).replace(
    create[0],
    `CREATE TABLE IF NOT EXISTS ${name} ON CLUSTER '${cluster}'${as}`,
  );
  if (shardBy === undefined) return [local];
  return [
    local,
    `CREATE TABLE IF NOT EXISTS ${table} ON CLUSTER '${cluster}' AS ${name}\n` +
      `ENGINE = Distributed('${cluster}', currentDatabase(), '${name}', cityHash64(${shardBy}))`,
  ];
}

/** `…MergeTree(x)` → `Replicated…MergeTree('path', 'replica', x)`; on every node alike, or a set per shard. */
function replicated(statement: string, everywhere: boolean): string {
  const path = everywhere
    ? '/clickhouse/tables/all/{database}/{table}'
    : '/clickhouse/tables/{shard}/{database}/{table}';
  const replica = everywhere ? '{shard}-{replica}' : '{replica}';
  return statement.replace(
    /ENGINE = (\w*MergeTree)(?:\(([^)]*)\))?/,
    (_, engine: string, args?: string) =>
      `ENGINE = Replicated${engine}('${path}', '${replica}'${args === undefined ? '' : `, ${args}`})`,
  );
}
