import type { Cube, RowSum } from '../tables/cubes.ts';
import type { VersionRow } from './version-row.ts';

const DAY = 86_400;

/** The local day of unix seconds in Asia/Shanghai (always eight hours ahead in the years that specs use). */
const dayOf = (seconds: unknown): string => new Date((Number(seconds) + 8 * 3_600) * 1_000).toISOString().slice(0, 10);
const dayNumber = (seconds: unknown): number => Math.floor((Number(seconds) + 8 * 3_600) / DAY);

/** What one complaint adds to each sum, written without regard to the SQL: the model that cubes are held against. */
function sumsOf(row: VersionRow): Record<RowSum, number> {
  const isComplaint = row.kind === 'complaint' ? 1 : 0;
  const isClosed = row.closed_at === null ? 0 : 1;
  const isDue = row.due_on === null ? 0 : 1;
  const isInTime = isClosed === 1 && isDue === 1 && dayOf(row.closed_at) <= String(row.due_on) ? 1 : 0;
  return {
    complaints: isComplaint,
    chasers: row.kind === 'chaser' ? 1 : 0,
    repeats: isComplaint * Number(row.is_repeat ?? 0),
    escalated: isComplaint * Number(row.is_escalated ?? 0),
    withdrawn: isComplaint * (row.status === 'withdrawn' ? 1 : 0),
    closed: isComplaint * isClosed,
    handling_days: isComplaint * isClosed * (dayNumber(row.closed_at) - dayNumber(row.received_at)),
    due: isComplaint * isDue,
    closed_in_time: isComplaint * isInTime,
    still_open: isComplaint * isDue * (row.status === 'open' && isClosed === 0 ? 1 : 0),
  };
}

/** The rows a cube must have for these complaints, each as one text: day, dimensions, sums. Sorted. */
export function countedByHand(cube: Cube, complaints: readonly VersionRow[]): string[] {
  const byDue = cube.sums.includes('due');
  const groups = new Map<string, number[]>();
  for (const row of complaints.filter(({ kind, due_on }) => !byDue || (kind === 'complaint' && due_on !== null))) {
    const codes = cube.dimensions.map(
      (dimension) => (dimension === 'region' ? row.report_region : row[dimension]) ?? '',
    );
    const month = byDue ? dayOf(row.received_at).slice(0, 7) : '';
    const key = [month, byDue ? row.due_on : dayOf(row.received_at), ...codes].join(' | ');
    const sums = sumsOf(row);
    const before = groups.get(key) ?? cube.sums.map(() => 0);
    groups.set(
      key,
      cube.sums.map((sum, index) => (before[index] ?? 0) + sums[sum]),
    );
  }
  return [...groups].map(([key, sums]) => [...key.split(' | ').slice(1), ...sums].join(' | ')).sort();
}
