import { type HolidayTable, addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type Gap, activityOf, findGaps } from '@tocsin/detection';
import type { DeliveredDays } from '@tocsin/warehouse';
import { dayGrid, pointsOf } from './day-grid.ts';
import type { CountsReader } from './kept-counts.ts';
import type { CountsByDay } from './slice-columns.ts';

/** Weeks before the first day wanted that say how many cases each weekday usually brings. */
const WEEKS_BEFORE = 8;

/**
 * On which days data are missing: of the whole company (a feed stopped), or of one region (its branch did not report).
 * Everything that comes counts, chasers too: a day on which anything came is covered.
 */
export interface Coverage {
  readonly company: readonly Gap[];
  readonly byRegion: ReadonlyMap<string, readonly Gap[]>;
  /** From this day on not all feeds have delivered: what is counted there is not all of it. */
  readonly wholeUntil: IsoDay | undefined;
}

/** Looks for gaps from a day on up to yesterday. Today still runs. */
export async function findUncovered(
  counts: CountsReader,
  {
    from,
    today,
    firstDay,
    delivered,
    holidays,
  }: {
    readonly from: IsoDay;
    readonly today: IsoDay;
    readonly firstDay: IsoDay;
    readonly delivered?: DeliveredDays | undefined;
    /** Those that are not the shipped ones. */
    readonly holidays?: HolidayTable;
  },
): Promise<Coverage> {
  const earlier = addCalendarDays(from, -7 * WEEKS_BEFORE);
  const question = { sum: 'complaints', basis: 'company', where: {}, from: earlier } as const;
  const until = addCalendarDays(today, 1);
  const regions = await counts.read({ ...question, until, split: [{ dimension: 'region' }] });
  const whole = addedUp(regions);
  const awaited = awaitedDays(whole, { from: earlier, today, delivered });
  const empty = dayGrid(earlier, today, firstDay, awaited);
  const silent = findGaps(pointsOf(whole, empty, 'day', firstDay), holidays === undefined ? {} : { holidays });
  const company = [...silent, ...awaited];
  const known = dayGrid(earlier, today, firstDay, company);
  const activity = activityOf(pointsOf(whole, known, 'day', firstDay));
  const byRegion = new Map<string, readonly Gap[]>();
  for (const region of regions) {
    const gaps = findGaps(pointsOf(region, known, 'day', firstDay), { activity });
    if (gaps.length > 0) byRegion.set(region.codes[0] ?? '', gaps);
  }
  return { company, byRegion, wholeUntil: delivered?.wholeUntil };
}

/** Days that no feed has delivered yet and that have no case from anywhere: they are not quiet, they are to come. */
function awaitedDays(
  whole: Pick<CountsByDay, 'days'>,
  { from, today, delivered }: { from: IsoDay; today: IsoDay; delivered: DeliveredDays | undefined },
): Gap[] {
  if (delivered === undefined) return [];
  const seen = new Set(whole.days);
  const gaps: Gap[] = [];
  const start = delivered.someUntil < from ? from : delivered.someUntil;
  for (let day = start; day < today; day = addCalendarDays(day, 1)) {
    if (!seen.has(daysBetween(from, day))) gaps.push({ from: day, until: addCalendarDays(day, 1) });
  }
  return gaps;
}

/** One slice that holds the cases of all. */
export function addedUp(rows: readonly CountsByDay[]): CountsByDay {
  const lastDay = rows.reduce((most, { days }) => Math.max(most, days.at(-1) ?? -1), -1);
  const total = new Float64Array(lastDay + 1);
  const seen = new Uint8Array(lastDay + 1);
  for (const { days, counts } of rows) {
    for (let i = 0; i < days.length; i += 1) {
      const day = days[i] ?? 0;
      total[day] = (total[day] ?? 0) + (counts[i] ?? 0);
      seen[day] = 1;
    }
  }
  const days = [...seen.keys()].filter((day) => seen[day] === 1);
  return { days, counts: days.map((day) => total[day] ?? 0) };
}
