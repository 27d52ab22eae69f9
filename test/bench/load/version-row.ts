import { reportingRegion } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';
import { type TabValue, type VersionColumn, tabSeparated, versionColumnNames } from '@tocsin/warehouse';

const seconds = (moment: string): number => Date.parse(moment) / 1000;
const maybeSeconds = (moment: string): number | null => (moment === '' ? null : seconds(moment));
const maybe = (text: string): string | null => (text === '' ? null : text);

/**
 * A synthetic record as a row of `complaint_version`, in place of what ingest makes of it: for loading millions of rows
 * where ingest itself is not what is measured. Personal fields stay as they are; they are invented.
 */
export function versionRow(row: FullRecord, batchId: string, number: number): string {
  const values: Record<VersionColumn, TabValue> = {
    ...row,
    version: Number(row.version) * 2 ** 32 + (number >>> 0),
    batch_id: batchId,
    row_number: number,
    content_hash: number,
    arrived_at: seconds(row.arrived_at),
    due_by: row.due_on === '' ? '' : 'source',
    received_at: seconds(row.received_at),
    updated_at: seconds(row.updated_at),
    is_repeat: row.is_repeat === 'true' ? 1 : 0,
    is_escalated: row.is_escalated === 'true' ? 1 : 0,
    report_region: reportingRegion(row.region),
    sale_day: maybe(row.sale_day),
    complainant_key: '',
    phone_key: '',
    age: maybe(row.age),
    special_groups: row.special_groups === '' ? [] : row.special_groups.split('|'),
    due_on: maybe(row.due_on),
    answered_at: maybeSeconds(row.answered_at),
    closed_at: maybeSeconds(row.closed_at),
    compensation: maybe(row.compensation),
    satisfaction: maybe(row.satisfaction),
  };
  return tabSeparated(versionColumnNames.map((name) => values[name]));
}
