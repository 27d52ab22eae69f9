/** One column of `complaint_version`: its name and its ClickHouse type (instants without their zone). */
export interface ComplaintColumn {
  readonly name: string;
  readonly type: string;
}

const column = <const Name extends string>(name: Name, type: string): ComplaintColumn & { readonly name: Name } => ({
  name,
  type,
});

/**
 * The columns of `complaint_version`, in the order in which ingest writes them; `complaint` has the same ones and
 * `is_deleted`. All canonical fields but `version`, which here is the order of versions: (the source's version, or the
 * seconds of its updating, closing or receiving) × 2³² + the low 32 bits of `content_hash`; the greatest is current.
 */
export const versionColumns = [
  column('complaint_id', 'String'),
  column('version', 'UInt64'),
  column('batch_id', 'LowCardinality(String)'),
  column('row_number', 'UInt32'),
  column('content_hash', 'UInt64'),
  column('arrived_at', 'DateTime'),
  column('due_by', 'LowCardinality(String)'),
  column('received_at', 'DateTime'),
  column('updated_at', 'Nullable(DateTime)'),
  column('kind', 'LowCardinality(String)'),
  column('linked_to', 'String'),
  column('is_repeat', 'UInt8'),
  column('is_escalated', 'UInt8'),
  column('group_size', 'UInt32'),
  column('source', 'LowCardinality(String)'),
  column('intake_channel', 'LowCardinality(String)'),
  column('region', 'LowCardinality(String)'),
  column('report_region', 'LowCardinality(String)'),
  column('org_sold', 'LowCardinality(String)'),
  column('org_service', 'LowCardinality(String)'),
  column('org_handling', 'LowCardinality(String)'),
  column('organisation', 'LowCardinality(String)'),
  column('line', 'LowCardinality(String)'),
  column('product', 'LowCardinality(String)'),
  column('sales_channel', 'LowCardinality(String)'),
  column('outlet', 'LowCardinality(String)'),
  column('agent', 'String'),
  column('sale_day', 'Nullable(Date32)'),
  column('link', 'LowCardinality(String)'),
  column('reason', 'LowCardinality(String)'),
  column('complainant_key', 'String'),
  column('phone_key', 'String'),
  column('complainant_name', 'String'),
  column('complainant_phone', 'String'),
  column('complainant_id_number', 'String'),
  column('complainant_kind', 'LowCardinality(String)'),
  column('age', 'Nullable(UInt8)'),
  column('special_groups', 'Array(LowCardinality(String))'),
  column('policy_number', 'String'),
  column('department', 'LowCardinality(String)'),
  column('status', 'LowCardinality(String)'),
  column('due_on', 'Nullable(Date)'),
  column('answered_at', 'Nullable(DateTime)'),
  column('closed_at', 'Nullable(DateTime)'),
  column('outcome', 'LowCardinality(String)'),
  column('settlement', 'LowCardinality(String)'),
  column('compensation', 'Nullable(Decimal(18, 2))'),
  column('satisfaction', 'Nullable(UInt8)'),
  column('cause_department', 'LowCardinality(String)'),
  column('narrative', 'String'),
] as const;
export type VersionColumn = (typeof versionColumns)[number]['name'];

export const versionColumnNames: readonly VersionColumn[] = versionColumns.map(({ name }) => name);

/**
 * What stays of versions whose batch was withdrawn: what figures are made of and triggers tell by, so that a back-test finds
 * it as it was then, and the keys by which erasing finds them. Nothing that names anybody.
 */
export const keptOfWithdrawn = [
  ...['complaint_id', 'version', 'batch_id', 'row_number', 'due_by', 'received_at', 'kind', 'is_repeat'],
  ...['is_escalated', 'group_size', 'source', 'intake_channel', 'region', 'report_region', 'org_handling'],
  ...['organisation', 'line', 'product', 'sales_channel', 'outlet', 'agent', 'sale_day', 'link', 'reason'],
  ...['complainant_key', 'phone_key', 'complainant_kind', 'special_groups', 'department', 'status', 'due_on'],
  ...['answered_at', 'closed_at', 'outcome', 'settlement', 'compensation', 'satisfaction'],
] as const satisfies readonly VersionColumn[];
