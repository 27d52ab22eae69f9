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

/** NULL as TabSeparated text. */
export const NULL = '\\N';

const nullable: readonly StoredColumn[] = [
  'updated_at',
  'sale_day',
  'age',
  'due_on',
  'answered_at',
  'closed_at',
  'compensation',
  'satisfaction',
];
const unlessGiven: Partial<Record<StoredColumn, string>> = {
  kind: 'complaint',
  is_repeat: '0',
  is_escalated: '0',
  group_size: '1',
  special_groups: '[]',
};

/** What each column holds where the source says nothing. */
export const emptyCells: readonly string[] = storedColumns.map(
  (name) => unlessGiven[name] ?? (nullable.includes(name) ? NULL : ''),
);

const escapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text as one TabSeparated cell. Hardly any needs escaping, and for short ones a loop finds that out fastest. */
export function cellText(text: string): string {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 32 || code === 92) return text.replace(/[\t\n\r\\\0\b\f]/g, (special) => escapes[special] ?? special);
  }
  return text;
}

/** The text behind a TabSeparated cell; null for NULL. The way back from `cellText`. */
export function textOfCell(cell: string): string | null {
  if (cell === NULL) return null;
  const back = Object.fromEntries(Object.entries(escapes).map(([text, escape]) => [escape, text]));
  return cell.replace(/\\./g, (escape) => back[escape] ?? escape);
}
