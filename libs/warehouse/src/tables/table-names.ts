/** Every table of the warehouse; the closed list behind each name in SQL. */
export const tableNames = [
  'setting',
  'schema_migration',
  'complaint_version',
  'complaint',
  'rejected_row',
  'rejected_original',
  'row_warning',
  'import_batch',
  'settlement',
  'touched_month',
  'exposure',
  'dictionary_entry',
  'cube_daily_total',
  'cube_daily_line',
  'cube_daily_region',
  'cube_daily_region_line',
  'cube_daily_cause',
  'cube_daily_organisation',
  'cube_daily_sale',
  'cube_daily_intake',
  'cube_due_total',
  'cube_due',
  'rolled_month',
  'signal',
  'alert_event',
  'notice',
  'pipeline_run',
  'rule',
  'account',
  'session',
  'api_key',
  'audit_event',
] as const;
export type TableName = (typeof tableNames)[number];

/** Spread over the shards of a cluster by complaint; every other table is on all nodes. */
export const shardedTables: readonly TableName[] = ['complaint_version', 'complaint'];
