import { reportingRegion } from '@tocsin/contracts';
import { type Case, caseOf, isHidden } from '../case/case.ts';
import { type Life, lifeOf, versionAt } from '../case/life.ts';
import { reasonAt } from '../case/record.ts';
import type { World } from '../case/world.ts';
import type { LabelledEvent } from '../events/event.ts';
import { dayText } from '../shape/day-text.ts';
import type { Segment } from '../shape/schedule.ts';

/** By the day received. */
export interface Sums {
  complaints: number;
  chasers: number;
  repeats: number;
  escalated: number;
  withdrawn: number;
}

/** By the day closed. */
export interface ClosedSums {
  /** Settled or withdrawn. */
  closed: number;
  /** Calendar days from the day received to the day closed, added up over the closed. */
  handling_days: number;
}

/** By the day due. */
export interface DueSums {
  due: number;
  closed_in_time: number;
}

export const truthDimensions = [
  'region',
  'organisation',
  'line',
  'product',
  'sales_channel',
  'intake_channel',
  'link',
  'reason',
] as const;
export type TruthDimension = (typeof truthDimensions)[number];

/** What the newest rows add up to, counted while they are made and not from any file. */
export interface Truth {
  /** Rows in the newest file, of every kind. */
  readonly rows: number;
  /** Key: `day|source`. */
  readonly byDay: ReadonlyMap<string, Sums>;
  /** For each dimension, key: `month|source|code`, month as its first day; `region` is the reporting region. */
  readonly byMonth: Readonly<Record<TruthDimension, ReadonlyMap<string, Sums>>>;
  /** Key: `day due|source`. */
  readonly byDueDay: ReadonlyMap<string, DueSums>;
  /** Key: `day closed|source`. */
  readonly byClosedDay: ReadonlyMap<string, ClosedSums>;
  readonly events: readonly LabelledEvent[];
}

const none = (): Sums => ({
  complaints: 0,
  chasers: 0,
  repeats: 0,
  escalated: 0,
  withdrawn: 0,
});

/** Counts everything once; about twice as fast as writing the file. */
export function countTruth(world: World): Truth {
  const byDay = new Map<string, Sums>();
  const byDueDay = new Map<string, DueSums>();
  const byClosedDay = new Map<string, ClosedSums>();
  const byMonth = Object.fromEntries(truthDimensions.map((name) => [name, new Map<string, Sums>()])) as Record<
    TruthDimension,
    Map<string, Sums>
  >;
  const now = world.lastDay * 86400;
  let rows = 0;
  for (let ordinal = 0; ordinal < world.schedule.total; ordinal += 1) {
    const it = caseOf(world, ordinal);
    if (isHidden(world, it)) continue;
    const life = lifeOf(world, it);
    const version = versionAt(life, now);
    if (version === 0) continue;
    rows += 1;
    const one = sumsOf(it, life, version);
    const day = dayText(it.day);
    add(byDay, `${day}|${it.source}`, one);
    const month = `${day.slice(0, 7)}-01|${it.source}|`;
    const codes = codesOf(world, it, life, version);
    for (const name of truthDimensions) add(byMonth[name], month + codes[name], one);
    if (life.dueDay !== undefined) addDue(byDueDay, `${dayText(life.dueDay)}|${it.source}`, life, version);
    addClosed(byClosedDay, it, life, version);
  }
  return { rows, byDay, byMonth, byDueDay, byClosedDay, events: labelledEvents(world) };
}

function codesOf(world: World, it: Case, life: Life, version: number): Record<TruthDimension, string> {
  return {
    region: reportingRegion(it.region),
    organisation: it.organisation,
    line: it.cause.line,
    product: it.product.code,
    sales_channel: it.salesChannel,
    intake_channel: it.intake,
    link: it.cause.link,
    reason: reasonAt(world, it, life, version),
  };
}

/** The day on which the case ended as far as this version knows. */
function closedDay(life: Life, version: number): number | undefined {
  const end = life.steps.findIndex(({ name }) => name === 'closed' || name === 'withdrawn');
  const step = end === -1 || end >= version ? undefined : life.steps[end];
  return step === undefined ? undefined : Math.floor(step.at / 86400);
}

function sumsOf(it: Case, life: Life, version: number): Sums {
  const one = none();
  if (it.kind === 'chaser') one.chasers = 1;
  if (it.kind !== 'complaint') return one;
  one.complaints = 1;
  one.repeats = it.isRepeat ? 1 : 0;
  one.escalated = it.isEscalated ? 1 : 0;
  one.withdrawn = life.steps.slice(0, version).some(({ name }) => name === 'withdrawn') ? 1 : 0;
  return one;
}

function add(sums: Map<string, Sums>, key: string, one: Sums): void {
  const sum = sums.get(key);
  if (sum === undefined) {
    sums.set(key, { ...one });
    return;
  }
  sum.complaints += one.complaints;
  sum.chasers += one.chasers;
  sum.repeats += one.repeats;
  sum.escalated += one.escalated;
  sum.withdrawn += one.withdrawn;
}

function addDue(sums: Map<string, DueSums>, key: string, life: Life, version: number): void {
  const sum = sums.get(key) ?? { due: 0, closed_in_time: 0 };
  const closed = closedDay(life, version);
  sum.due += 1;
  if (closed !== undefined && life.dueDay !== undefined && closed <= life.dueDay) sum.closed_in_time += 1;
  sums.set(key, sum);
}

function addClosed(sums: Map<string, ClosedSums>, it: Case, life: Life, version: number): void {
  const closed = it.kind === 'complaint' ? closedDay(life, version) : undefined;
  if (closed === undefined) return;
  const key = `${dayText(closed)}|${it.source}`;
  const sum = sums.get(key) ?? { closed: 0, handling_days: 0 };
  sum.closed += 1;
  sum.handling_days += closed - it.day;
  sums.set(key, sum);
}

/** The labels of all events, with the complaints that each added. */
export function labelledEvents(world: World): LabelledEvent[] {
  const { schedule } = world;
  const events = [...world.adding].map(([segment, { label }]) => ({ ...label, extra: rowsIn(world, segment) }));
  const silent = [world.gap?.label, world.recoding?.label].flatMap((label) => (label === undefined ? [] : [label]));
  return schedule.total === 0 ? [] : [...events, ...silent.map((label) => ({ ...label, extra: 0 }))];
}

function rowsIn({ schedule }: World, segment: Segment): number {
  const index = schedule.segments.indexOf(segment);
  let rows = 0;
  for (let day = 0; day < schedule.days; day += 1) {
    const at = day * schedule.segments.length + index;
    rows += (schedule.starts[at + 1] ?? 0) - (schedule.starts[at] ?? 0);
  }
  return rows;
}
