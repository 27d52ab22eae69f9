import { addCalendarDays, dayNumber, daysBetween } from '@tocsin/calendar';
import { type IsoDay, leadingDimensions } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';
import { type DayCounts, type ReferenceChange, type Warehouse, referenceHistory } from '@tocsin/warehouse';
import { type Cells, cutAt, toldOf, within } from '../circumstances/told-cells.ts';
import type { LeadingReader } from '../detect/leading-family.ts';
import type { Told } from '../reference/trees.ts';
import { type ReplayedFrom, isOfHistory, secondsOf } from './knowledge.ts';

type Question = Parameters<LeadingReader>[0];

/** What was handed over about one day and place, and from when on (unix seconds) that was known. */
interface Change {
  readonly key: string;
  readonly series: string;
  readonly day: IsoDay;
  /** Undefined where the row was taken away. */
  readonly cells: Cells | undefined;
  readonly known: number;
}

/** A row that stands, with its codes told as they were then. */
interface Standing {
  readonly day: IsoDay;
  readonly cells: Cells;
  told: Cells | undefined;
}

/** Leading counts by slice and day as they were known at a past moment. Moments only move forward. */
export class AsOfLeading {
  readonly #standing = new Map<string, Map<string, Standing>>();
  #next = 0;
  #told: Told = { key: '', translation: {} };

  private constructor(
    private readonly changes: readonly Change[],
    /** Rows of files of history. */
    readonly rowsOfHistory: number,
  ) {}

  /** `from`: the moment from which on is replayed. */
  static async read(warehouse: Warehouse, { from, firstSeen }: ReplayedFrom): Promise<AsOfLeading> {
    const rows = await warehouse.rows(referenceHistory(['leading']));
    const zone = zoneOf(warehouse.timeZone);
    const history = versionsOfHistory(rows, { from, firstSeen });
    const changes = rows.map(({ key, version, at, cells, removed }): Change => {
      const [day = '', series = ''] = key.split('|');
      const midnight = () => zone.moment(dayNumber(addCalendarDays(day, 1)), 0);
      const known = history.has(version) ? midnight() : secondsOf(at);
      return { key, series, day, cells: removed ? undefined : cells, known };
    });
    const ofHistory = rows.filter(({ version }) => history.has(version)).length;
    return new AsOfLeading(
      changes.sort((one, other) => one.known - other.known),
      ofHistory,
    );
  }

  /** The moments at which anything was handed over. */
  get moments(): readonly number[] {
    return [...new Set(this.changes.map(({ known }) => known))];
  }

  /** The moment in unix seconds, and how codes were told then. */
  moveTo(now: number, told: Told): void {
    for (;;) {
      const change = this.changes[this.#next];
      if (change === undefined || change.known > now) break;
      this.#take(change);
      this.#next += 1;
    }
    if (told.key === this.#told.key) return;
    this.#told = told;
    for (const rows of this.#standing.values()) for (const row of rows.values()) row.told = undefined;
  }

  /** As `leadingDayCounts` tells it of now. */
  readonly read = ({ series, where, split, from, until }: Question): Promise<DayCounts[]> => {
    const isAsked = within(where, leadingDimensions, { blankIsWhole: false });
    const slices = new Map<string, { readonly codes: string[]; readonly counts: Map<number, number> }>();
    for (const row of this.#standing.get(series)?.values() ?? []) {
      if (row.day < from || row.day >= until) continue;
      const cells = this.#toldOf(row);
      if (!isAsked(cells)) continue;
      const codes = split.map(({ dimension, level }) => cutAt(dimension, cells[dimension] ?? '', level));
      const key = JSON.stringify(codes);
      const slice = slices.get(key) ?? { codes, counts: new Map<number, number>() };
      slices.set(key, slice);
      const day = daysBetween(from, row.day);
      slice.counts.set(day, (slice.counts.get(day) ?? 0) + Number(cells['count'] ?? 0));
    }
    return Promise.resolve([...slices.values()].map(dayCounts));
  };

  #take({ key, series, day, cells }: Change): void {
    const rows = this.#standing.get(series) ?? new Map<string, Standing>();
    this.#standing.set(series, rows);
    if (cells === undefined) rows.delete(key);
    else rows.set(key, { day, cells, told: undefined });
  }

  #toldOf(row: Standing): Cells {
    const { translation } = this.#told;
    // A leading count is known by the channel through which it came in, under a shorter name.
    const named = () => ({ ...row.cells, intake_channel: row.cells['channel'] ?? '' });
    return (row.told ??= toldOf(named(), { day: row.day, dimensions: leadingDimensions, translation }));
  }
}

function dayCounts({ codes, counts }: { codes: string[]; counts: ReadonlyMap<number, number> }): DayCounts {
  const days = [...counts.keys()].sort((one, other) => one - other);
  return { codes, days, counts: days.map((day) => counts.get(day) ?? 0) };
}

/** The versions of the table that did not come day by day. */
function versionsOfHistory(rows: readonly ReferenceChange[], replayed: ReplayedFrom): ReadonlySet<number> {
  const spans = new Map<number, { first: IsoDay; last: IsoDay; at: string }>();
  for (const { version, key, at } of rows) {
    const day = key.split('|', 1)[0] ?? '';
    const { first, last } = spans.get(version) ?? { first: day, last: day };
    spans.set(version, { first: day < first ? day : first, last: day > last ? day : last, at });
  }
  const isHistory = ([, { first, last, at }]: [number, { first: IsoDay; last: IsoDay; at: string }]) =>
    isOfHistory(
      { spanDays: daysBetween(first, last), lagDays: daysBetween(last, at.slice(0, 10)) },
      { ...replayed, knownFrom: secondsOf(at) },
    );
  return new Set([...spans].filter(isHistory).map(([version]) => version));
}
