import { isoDay } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import type { Sector } from '../master/regions.ts';
import { dayWeight } from './day-weight.ts';

/** What a run of rows in a day is made of; an event's rows are a run of their own. */
export type Segment = Sector | 'chaser' | 'enquiry' | 'tipoff' | `event:${string}`;

/**
 * How many rows of each segment fall on each day. Rows are numbered through: day by day, in a day segment by segment.
 * A row's number (its ordinal) is all that is needed to make it.
 */
export interface Schedule {
  readonly firstDay: number;
  readonly days: number;
  readonly segments: readonly Segment[];
  /** Ordinal of the first row of (day × segment); one element more than there are such runs. */
  readonly starts: Uint32Array;
  readonly total: number;
}

export interface Place {
  /** Index of the day, 0 = `firstDay`. */
  readonly day: number;
  readonly segment: Segment;
  /** Running number in the day, from 0. */
  readonly inDay: number;
}

/** Extra rows that an event adds: expected count per day of the period. */
export interface ExtraRows {
  readonly name: string;
  readonly perDay: readonly number[];
}

const TOPIC = { noise: 201, property: 202, life: 203, related: 204, event: 205 };

/** 35–44 % of the industry's complaints are the property companies'. */
export const SECTOR_SHARE: Readonly<Record<Sector, number>> = { property: 0.4, life: 0.6 };

/** Rows that are no complaints, per complaint of the day. */
const RELATED = { chaser: 0.055, enquiry: 0.03, tipoff: 0.004 };

/** Lays `complaints` ordinary complaints, exactly, over the days; related rows and events come on top. */
export function createSchedule(
  seed: number,
  complaints: number,
  firstDay: number,
  days: number,
  extras: readonly ExtraRows[],
): Schedule {
  const noise = slowNoise(seed, days);
  const life = Math.round(complaints * SECTOR_SHARE.life);
  const base: Record<Sector, number[]> = {
    property: spread(new Chance(seed, TOPIC.property), complaints - life, 'property', firstDay, noise),
    life: spread(new Chance(seed, TOPIC.life), life, 'life', firstDay, noise),
  };
  const related = new Chance(seed, TOPIC.related);
  const events = extras.map((extra, index) => {
    const chance = new Chance(seed, TOPIC.event, index);
    return extra.perDay.map((mean) => chance.poisson(mean));
  });
  const segments: Segment[] = ['property', 'life', 'chaser', 'enquiry', 'tipoff'];
  segments.push(...extras.map(({ name }): Segment => `event:${name}`));
  const starts = new Uint32Array(days * segments.length + 1);
  let total = 0;
  for (let day = 0, at = 0; day < days; day += 1) {
    const property = base.property[day] ?? 0;
    const all = property + (base.life[day] ?? 0);
    const counts = [property, all - property];
    for (const share of Object.values(RELATED)) counts.push(related.poisson(all * share));
    for (const event of events) counts.push(event[day] ?? 0);
    for (const count of counts) {
      starts[at] = total;
      at += 1;
      total += count;
    }
  }
  starts[days * segments.length] = total;
  return { firstDay, days, segments, starts, total };
}

/** Weekly ups and downs that all complaints share: mean-reverting, sd about 6 %. */
function slowNoise(seed: number, days: number): number[] {
  const chance = new Chance(seed, TOPIC.noise);
  const noise: number[] = [];
  let level = 0;
  for (let day = 0; day < days; day += 1) {
    if (day % 7 === 0) level = 0.7 * level + 0.045 * chance.normal();
    noise.push(Math.exp(level));
  }
  return noise;
}

/** Poisson counts around the days' weights, with 5 % of extra spread a day, made to add up to `total` exactly. */
function spread(chance: Chance, total: number, sector: Sector, firstDay: number, noise: readonly number[]): number[] {
  const weights = noise.map((level, day) => dayWeight(firstDay + day, firstDay, sector) * level);
  const mean = total / weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => chance.poisson(mean * weight * Math.exp(0.05 * chance.normal())));
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  const reach = weights.reduce((max, weight) => Math.max(max, weight), 0);
  while (left !== 0) {
    const day = chance.below(counts.length);
    const step = Math.sign(left) * Math.min(Math.abs(left), Math.ceil(Math.abs(left) / counts.length));
    if (chance.float() * reach > (weights[day] ?? 0) || (counts[day] ?? 0) + step < 0) continue;
    counts[day] = (counts[day] ?? 0) + step;
    left -= step;
  }
  return counts;
}

/** Where a row lies. Binary search over days × segments: about 13 steps for two years. */
export function placeOf(schedule: Schedule, ordinal: number): Place {
  const { starts, segments } = schedule;
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= ordinal) low = middle;
    else high = middle;
  }
  const day = Math.floor(low / segments.length);
  return {
    day,
    segment: segments[low % segments.length] as Segment,
    inDay: ordinal - (starts[day * segments.length] as number),
  };
}

/** First ordinal of a day; of the day after the last: the number of all rows. */
export function dayStart(schedule: Schedule, day: number): number {
  return schedule.starts[day * schedule.segments.length] as number;
}

export function dayOf(schedule: Schedule, day: number): string {
  return isoDay(schedule.firstDay + day);
}
