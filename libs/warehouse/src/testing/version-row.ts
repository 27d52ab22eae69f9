import { Readable } from 'node:stream';
import type { Warehouse } from '../connection/warehouse.ts';
import { type VersionColumn, versionColumns } from '../tables/complaint-columns.ts';
import { insertVersions } from '../writes/insert-versions.ts';
import { type TabValue, tabSeparated } from '../writes/tab-separated.ts';

export type VersionRow = Partial<Record<VersionColumn, TabValue>>;

/** Unix seconds of a local time in Asia/Shanghai, `2026-03-01 09:30`. */
export const seconds = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+08:00`) / 1000;

const emptyOf = (type: string): TabValue => {
  if (type.startsWith('Nullable')) return null;
  if (type.startsWith('Array')) return [];
  return type.includes('String') ? '' : 0;
};

const defaults: VersionRow = {
  kind: 'complaint',
  source: 'self',
  status: 'open',
  group_size: 1,
  version: 1,
  received_at: seconds('2026-03-01 09:00'),
  arrived_at: seconds('2026-03-01 10:00'),
};

/** One row of `complaint_version`: what the spec says, the empty value of each other column. */
export function versionText(row: VersionRow): string {
  const complete: VersionRow = { ...defaults, ...row };
  return tabSeparated(versionColumns.map(({ name, type }) => complete[name] ?? emptyOf(type)));
}

/** Inserts rows as a batch; row numbers are their places from 1 unless given. */
export async function putVersions(warehouse: Warehouse, batch_id: string, rows: readonly VersionRow[]): Promise<void> {
  const text = rows.map((row, index) => versionText({ row_number: index + 1, ...row, batch_id })).join('');
  await insertVersions(warehouse, () => Readable.from([Buffer.from(text)]), 'TabSeparated');
}
