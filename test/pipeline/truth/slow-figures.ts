import { type Dimension, type MeasureId, cityOf, reportingRegion } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';
import { between, plusMonths } from './plain-days.ts';

/** What a measure is made of, written down a second time, row by row, without a table, a cube or SQL. */
export interface Part {
  /** The day it counts under, '' for none. */
  readonly day: (row: FullRecord) => string;
  /** Numerator and denominator of one row; for quantiles the days it took and 1. */
  readonly of: (row: FullRecord, chased: ReadonlyMap<string, string>) => readonly [number, number];
  readonly kind: 'sum' | 'ratio' | 'quantile' | 'rate' | 'works';
  readonly scale: number;
}

const dayOf = (moment: string): string => moment.slice(0, 10);
const isComplaint = (row: FullRecord): boolean => row.kind === 'complaint';
const isClosed = (row: FullRecord): boolean => row.closed_at !== '';
const inTime = (row: FullRecord): boolean => isClosed(row) && dayOf(row.closed_at) <= row.due_on;
const took = (row: FullRecord): number => Math.max(0, between(dayOf(row.received_at), dayOf(row.closed_at)));
const paid = (row: FullRecord): number => Math.round(Number(row.compensation || 0) * 100);
const one = (is: boolean): number => (is ? 1 : 0);

const received = (row: FullRecord): string => dayOf(row.received_at);
const due = (row: FullRecord): string => (isComplaint(row) ? row.due_on : '');
const closed = (row: FullRecord): string => (isComplaint(row) ? dayOf(row.closed_at) : '');

const sum = (day: Part['day'], of: (row: FullRecord) => number, scale = 1): Part => ({
  ...{ day, kind: 'sum', scale },
  of: (row) => [of(row), 0],
});
const ratio = (
  day: Part['day'],
  is: (row: FullRecord, chased: ReadonlyMap<string, string>) => number,
  below: (row: FullRecord) => number,
  scale = 100,
): Part => ({ ...{ day, kind: 'ratio', scale }, of: (row, chased) => [is(row, chased), below(row)] });
const rate = (scale: number): Part => ({
  ...{ day: received, kind: 'rate', scale },
  of: (row) => [one(isComplaint(row)), 0],
});

const counted = (row: FullRecord): number => one(isComplaint(row));
const complaint = (is: (row: FullRecord) => boolean) => (row: FullRecord) => one(isComplaint(row) && is(row));
const isMediated = (row: FullRecord) => row.settlement === 'mediation';
const isGoodwill = (row: FullRecord) => row.settlement === 'goodwill' && paid(row) > 0;
const quantile = (day: Part['day'], days: (row: FullRecord, chased: ReadonlyMap<string, string>) => number): Part => ({
  ...{ day, kind: 'quantile', scale: 1 },
  of: (row, chased) => {
    const value = isComplaint(row) ? days(row, chased) : -1;
    return value < 0 ? [0, 0] : [value, 1];
  },
});

/** Not made of complaints: see `plain-works.ts`. */
const work: Part = { day: () => '', of: () => [0, 0], kind: 'works', scale: 1 };

export const parts: Readonly<Record<MeasureId, Part>> = {
  works_reviews: work,
  works_education: work,
  works_education_people: work,
  works_training: work,
  works_training_people: work,
  works_elderly: work,
  works_mediation: work,
  works_opinions: work,
  works_drills: work,
  works_self_inspections: work,
  works_reception: work,
  works_reception_people: work,
  illicit_share: ratio(
    received,
    complaint((row) => row.complainant_kind === 'illicit'),
    counted,
  ),
  complaints: sum(received, counted),
  chasers: sum(received, (row) => one(row.kind === 'chaser')),
  repeats: sum(
    received,
    complaint((row) => row.is_repeat === 'true'),
  ),
  escalated: sum(
    received,
    complaint((row) => row.is_escalated === 'true'),
  ),
  withdrawn: sum(
    received,
    complaint((row) => row.status === 'withdrawn'),
  ),
  closed: sum(closed, counted),
  overdue: sum(due, (row) => one(!inTime(row))),
  per_100m_premium: rate(1e8),
  per_10k_policies: rate(1e4),
  per_10k_person_times: rate(1e4),
  answer_rate: ratio(
    received,
    complaint((row) => row.answered_at !== '' || isClosed(row)),
    counted,
  ),
  closure_rate: ratio(due, complaint(isClosed), counted),
  on_time_closure: ratio(due, complaint(inTime), counted),
  repeat_share: ratio(
    received,
    complaint((row) => row.is_repeat === 'true'),
    counted,
  ),
  withdrawal_share: ratio(
    received,
    complaint((row) => row.status === 'withdrawn'),
    counted,
  ),
  escalated_share: ratio(
    received,
    complaint((row) => row.is_escalated === 'true'),
    counted,
  ),
  chased_share: ratio(received, (row, chased) => one(isComplaint(row) && chased.has(row.complaint_id)), counted),
  mediation_success: ratio(
    received,
    complaint((row) => isMediated(row) && isClosed(row) && row.status !== 'withdrawn'),
    complaint(isMediated),
  ),
  satisfaction: ratio(
    closed,
    complaint((row) => Number(row.satisfaction) >= 4),
    complaint((row) => row.satisfaction !== ''),
  ),
  mean_handling_days: ratio(closed, took, counted, 1),
  median_handling_days: quantile(closed, took),
  p90_handling_days: quantile(closed, took),
  median_first_chaser_days: quantile(received, (row, chased) => {
    const first = chased.get(row.complaint_id);
    return first === undefined ? -1 : Math.max(0, between(received(row), first));
  }),
  compensation: sum(closed, paid, 0.01),
  compensation_per_case: ratio(closed, paid, (row) => one(paid(row) > 0), 0.01),
  goodwill_amount: sum(closed, (row) => (isGoodwill(row) ? paid(row) : 0), 0.01),
  goodwill_per_case: ratio(
    closed,
    (row) => (isGoodwill(row) ? paid(row) : 0),
    (row) => one(isGoodwill(row)),
    0.01,
  ),
};

/** For each chased complaint the day of its first chaser. */
export function firstChasers(rows: readonly FullRecord[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const row of rows) {
    if (row.kind !== 'chaser' || row.linked_to === '') continue;
    const before = first.get(row.linked_to);
    if (before === undefined || received(row) < before) first.set(row.linked_to, received(row));
  }
  return first;
}

/** The codes of a row by a dimension: one, or a group each. */
export function codesOf(row: FullRecord, dimension: Dimension, level?: number): string[] {
  if (dimension === 'special_group') return row.special_groups === '' ? [''] : row.special_groups.split('|');
  if (dimension === 'sale_month') return [row.sale_day.slice(0, 7)];
  if (dimension === 'region') return [reportingRegion(row.region)];
  if (dimension === 'city') return [cityOf(row.region)];
  const code = row[dimension];
  const isTree = ['organisation', 'org_handling', 'line', 'reason'].includes(dimension);
  return [isTree && level !== undefined ? code.split('.').slice(0, level).join('.') : code];
}

/** The measure from pairs of one row each. */
export function figure(id: MeasureId, pairs: readonly (readonly [number, number])[]): number | null {
  const { kind, scale } = parts[id];
  const num = pairs.reduce((total, [value]) => total + value, 0);
  const den = pairs.reduce((total, [, value]) => total + value, 0);
  if (kind === 'sum') return num * scale;
  if (kind === 'works') return den === 0 ? null : num;
  if (kind !== 'quantile') return den === 0 ? null : (num * scale) / den;
  const days = pairs.filter(([, cases]) => cases === 1).map(([value]) => value);
  days.sort((a, b) => a - b);
  return days[Math.ceil(days.length * (id === 'p90_handling_days' ? 0.9 : 0.5)) - 1] ?? null;
}

/** How many days a month has. */
export const monthDays = (month: string): number => between(`${month}-01`, plusMonths(`${month}-01`, 1));
