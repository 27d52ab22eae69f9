/**
 * The columns of one stored version of a complaint, in the order in which rows are written. The first seven say which
 * version it is, where it came from and whose due day it has; the others are its content, which the content hash covers.
 */
export const storedColumns = [
  'complaint_id',
  'version',
  'batch_id',
  'row_number',
  'content_hash',
  'arrived_at',
  'due_by',
  'received_at',
  'updated_at',
  'kind',
  'linked_to',
  'is_repeat',
  'is_escalated',
  'group_size',
  'source',
  'intake_channel',
  'region',
  'report_region',
  'org_sold',
  'org_service',
  'org_handling',
  'organisation',
  'line',
  'product',
  'sales_channel',
  'outlet',
  'agent',
  'sale_day',
  'link',
  'reason',
  'complainant_key',
  'phone_key',
  'complainant_name',
  'complainant_phone',
  'complainant_id_number',
  'complainant_kind',
  'age',
  'special_groups',
  'policy_number',
  'department',
  'status',
  'due_on',
  'answered_at',
  'closed_at',
  'outcome',
  'settlement',
  'compensation',
  'satisfaction',
  'cause_department',
  'narrative',
] as const;

export type StoredColumn = (typeof storedColumns)[number];

/** Columns in front of the content. */
export const CONTENT_FROM = storedColumns.indexOf('received_at');

/** The place of each column in `storedColumns`. */
export const columnIndex = Object.fromEntries(storedColumns.map((name, place) => [name, place])) as Readonly<
  Record<StoredColumn, number>
>;

/** The cells of a stored row in the order of `storedColumns`, as text: instants are unix seconds; null is unknown. */
export type StoredRow = readonly (string | null)[];

const nullable: ReadonlySet<StoredColumn> = new Set([
  'updated_at',
  'sale_day',
  'age',
  'due_on',
  'answered_at',
  'closed_at',
  'compensation',
  'satisfaction',
]);
export const isNullable = (column: StoredColumn): boolean => nullable.has(column);

const unlessGiven: Partial<Record<StoredColumn, string>> = {
  kind: 'complaint',
  is_repeat: '0',
  is_escalated: '0',
  group_size: '1',
  special_groups: '[]',
};

/** What each column holds where the source says nothing. */
export const emptyCells: StoredRow = storedColumns.map((name) => unlessGiven[name] ?? (isNullable(name) ? null : ''));
