import type { Clock } from '@tocsin/contracts';
import type { VersionColumn } from '../tables/complaint-columns.ts';
import type { Cube, CubedSum } from '../tables/cubes.ts';
import type { VersionRow } from './version-row.ts';

const DAY = 86_400;

/** The local day of unix seconds in Asia/Shanghai (always eight hours ahead in the years that specs use). */
const dayOf = (seconds: unknown): string => new Date((Number(seconds) + 8 * 3_600) * 1_000).toISOString().slice(0, 10);
const dayNumber = (seconds: unknown): number => Math.floor((Number(seconds) + 8 * 3_600) / DAY);

/** What one complaint adds to each sum, written without regard to the SQL: the model that cubes are held against. */
function sumsOf(row: VersionRow): Record<CubedSum, number> {
  const isComplaint = row.kind === 'complaint' ? 1 : 0;
  const isClosed = row.closed_at === null ? 0 : 1;
  const isDue = row.due_on === null ? 0 : 1;
  const isInTime = isClosed === 1 && isDue === 1 && dayOf(row.closed_at) <= String(row.due_on) ? 1 : 0;
  const isSatisfied = isClosed === 1 && Number(row.satisfaction ?? 0) >= 4 ? 1 : 0;
  const fen = isClosed === 1 ? Math.round(Number(row.compensation ?? 0) * 100) : 0;
  const isGoodwill = fen > 0 && row.settlement === 'goodwill' ? 1 : 0;
  const isMediation = row.settlement === 'mediation' ? 1 : 0;
  return {
    complaints: isComplaint,
    chasers: row.kind === 'chaser' ? 1 : 0,
    repeats: isComplaint * Number(row.is_repeat ?? 0),
    escalated: isComplaint * Number(row.is_escalated ?? 0),
    withdrawn: isComplaint * (row.status === 'withdrawn' ? 1 : 0),
    closed: isComplaint * isClosed,
    handling_days: isComplaint * isClosed * (dayNumber(row.closed_at) - dayNumber(row.received_at)),
    answered: isComplaint * (isClosed === 1 || (row.answered_at ?? null) !== null ? 1 : 0),
    mediations: isComplaint * isMediation,
    mediated: isComplaint * isMediation * isClosed * (row.status === 'withdrawn' ? 0 : 1),
    rated: isComplaint * isClosed * ((row.satisfaction ?? null) === null ? 0 : 1),
    satisfied: isComplaint * isSatisfied,
    compensated: isComplaint * (fen > 0 ? 1 : 0),
    compensation: isComplaint * fen,
    goodwill: isComplaint * isGoodwill,
    goodwill_amount: isComplaint * isGoodwill * fen,
    due: isComplaint * isDue,
    closed_in_time: isComplaint * isInTime,
    due_closed: isComplaint * isDue * isClosed,
    overdue: isComplaint * isDue * (1 - isInTime),
    still_open: isComplaint * isDue * (row.status === 'open' && isClosed === 0 ? 1 : 0),
  };
}

/** Which day of a complaint a cube counts it under; undefined where it has none. */
const days: Readonly<Record<Clock, (row: VersionRow) => string | undefined>> = {
  received: (row) => dayOf(row.received_at),
  due: (row) => (row.kind === 'complaint' && row.due_on !== null ? String(row.due_on) : undefined),
  closed: (row) => (row.kind === 'complaint' && row.closed_at !== null ? dayOf(row.closed_at) : undefined),
};

/** The rows a cube must have for these complaints, each as one text: day, dimensions, sums. Sorted. */
export function countedByHand(cube: Cube, complaints: readonly VersionRow[]): string[] {
  const groups = new Map<string, number[]>();
  for (const row of complaints) {
    const day = days[cube.clock](row);
    if (day === undefined) continue;
    const codes = cube.dimensions.map((dimension) =>
      dimension === 'region' ? (row.report_region ?? '') : (row[dimension as VersionColumn] ?? ''),
    );
    const took = cube.bySpan === true ? [dayNumber(row.closed_at) - dayNumber(row.received_at)] : [];
    const month = cube.clock === 'received' ? '' : dayOf(row.received_at).slice(0, 7);
    const key = [month, day, ...codes, ...took].join(' | ');
    const sums = sumsOf(row);
    const before = groups.get(key) ?? cube.sums.map(() => 0);
    groups.set(
      key,
      cube.sums.map((sum, index) => (before[index] ?? 0) + sums[sum]),
    );
  }
  return [...groups].map(([key, sums]) => [...key.split(' | ').slice(1), ...sums].join(' | ')).sort();
}
