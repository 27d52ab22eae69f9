import { addCalendarDays, dayNumber } from '@tocsin/calendar';
import type { IsoDay, Sentence } from '@tocsin/contracts';
import type { NameOf } from '@tocsin/alerting';
import { zoneOf } from '@tocsin/ingestion';
import { type Warehouse, batchArrivals, dataFeedVersions } from '@tocsin/warehouse';
import { AsOfCircumstances } from './as-of-circumstances.ts';
import { AsOfCounts } from './as-of-counts.ts';
import { AsOfDueDays } from './as-of-due-days.ts';
import { AsOfLeading } from './as-of-leading.ts';
import { AsOfTables } from './as-of-tables.ts';
import { changedAt, knowledgePlan, leadingNotes } from './knowledge.ts';
import { momentsOf } from './moments.ts';
import type { ReplayParts } from './replay/replay.ts';

/** Days before the period from which on is replayed, so that its first day finds warnings that are open. */
const WARM_UP_DAYS = 70;

/** A stretch of the past, ready to be replayed. */
export interface Past extends ReplayParts {
  /** Unix seconds, ascending; those before the period warm up. */
  readonly moments: readonly number[];
  readonly notes: readonly Sentence[];
}

interface PastAsked {
  readonly names: NameOf;
  /** In unix seconds: nothing after it is the past. */
  readonly now: number;
  /** When the hours of rules begin. */
  readonly hours: readonly string[];
  /** Whether any rule is about a leading count, and whether any is about due days: only then are these read. */
  readonly hasLeading: boolean;
  readonly hasDueDays: boolean;
}

/** Reads how the data of a time came to be known. */
export async function readPast(
  warehouse: Warehouse,
  period: { readonly from: IsoDay; readonly until: IsoDay },
  { names, now, hours, hasLeading, hasDueDays }: PastAsked,
): Promise<Past> {
  const { timeZone } = warehouse;
  const zone = zoneOf(timeZone);
  const warmUp = addCalendarDays(period.from, -WARM_UP_DAYS);
  const [begins, from, ends] = [warmUp, period.from, period.until].map((day) => zone.moment(dayNumber(day), 0)) as [
    number,
    number,
    number,
  ];
  const until = Math.min(ends, now + 1);
  const [arrivals, feeds] = await Promise.all([warehouse.rows(batchArrivals()), warehouse.rows(dataFeedVersions())]);
  const plan = knowledgePlan(arrivals, from, until);
  const tables = await AsOfTables.read(warehouse, plan.firstSeen ?? 0);
  const circumstances = await AsOfCircumstances.read(warehouse, { tables, plan, from: warmUp });
  const leading = hasLeading ? await AsOfLeading.read(warehouse, { from, firstSeen: plan.firstSeen }) : undefined;
  const dueDays = hasDueDays ? await AsOfDueDays.read(warehouse, plan.firstSeen ?? 0) : undefined;
  const days = { from: warmUp, until: period.until };
  const told = [...tables.moments, ...circumstances.moments, ...(leading?.moments ?? []), ...(dueDays?.moments ?? [])];
  return {
    ...{
      warehouse,
      knowledge: plan,
      tables,
      circumstances,
      leading,
      dueDays,
      feeds,
      names,
      timeZone,
      deliveries: plan.deliveries,
    },
    notes: [...plan.notes, ...leadingNotes(leading?.rowsOfHistory ?? 0)],
    counts: new AsOfCounts(warehouse, plan),
    changed: changedAt(plan.live, plan.roundTo),
    moments: momentsOf({ from: begins, until, days }, { plan, tables: told, feeds, timeZone, hours }),
  };
}
