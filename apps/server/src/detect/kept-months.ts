import { addCalendarDays, addMonths, dayNumber, monthStart } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { DayCounts, Period } from '@tocsin/warehouse';
import type { SliceColumns } from './slice-columns.ts';
import { Turns } from './turns.ts';

/** One slice's cases in a month; days are day numbers. */
interface SliceOfMonth {
  readonly days: number[];
  readonly counts: number[];
}

interface MonthOfCounts {
  readonly mark: string;
  /** By the codes of a slice. */
  readonly slices: ReadonlyMap<string, SliceOfMonth>;
}

/** Stands between codes; no code holds it. */
const BETWEEN = '\u0000';

/** The counts of one question by month, and the rows that they make together. */
export class KeptMonths {
  readonly #months = new Map<IsoDay, MonthOfCounts>();
  /** Rows of the days that were asked for the last time: a row stays the same one until its counts change. */
  #made: { readonly days: string; readonly rows: Map<string, DayCounts> } = { days: '', rows: new Map() };
  /** Slices of which some month has changed since. */
  readonly #changed = new Set<string>();

  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly codesPerSlice: number) {}

  /** One after another: several rules may ask the same. */
  afterOthers<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(work);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Whether a month was read when it had this mark. */
  isCurrent(month: IsoDay, mark: string): boolean {
    return (this.#months.get(month)?.mark ?? '') === mark;
  }

  /** Takes the months from `from` on as they are now; the batches count days from its first day. */
  async renew(
    batches: AsyncIterable<readonly SliceColumns[]> | Iterable<readonly SliceColumns[]>,
    { from, until }: Period,
    markOf: (month: IsoDay) => string,
  ): Promise<void> {
    const start = dayNumber(from);
    const fresh = new Map(monthsIn(from, until).map((month) => [month, new Map<string, SliceOfMonth>()]));
    const monthOf = Array.from({ length: dayNumber(until) - start }, (_, day) =>
      fresh.get(monthStart(addCalendarDays(from, day))),
    );
    for await (const batch of batches) {
      for (const { codes, days, counts } of batch) {
        const name = codes.join(BETWEEN);
        days.forEach((day, i) => {
          const month = monthOf[day];
          const slice = month?.get(name) ?? { days: [], counts: [] };
          month?.set(name, slice);
          slice.days.push(start + day);
          slice.counts.push(counts[i] ?? 0);
        });
      }
    }
    for (const [month, slices] of fresh) {
      for (const name of differing(this.#months.get(month)?.slices ?? new Map(), slices)) this.#changed.add(name);
      this.#months.set(month, { mark: markOf(month), slices });
    }
  }

  /** A row for each slice with cases on the days `from ≤ day < until`, its days counted from the first. */
  async rows(from: IsoDay, until: IsoDay): Promise<DayCounts[]> {
    const turns = new Turns();
    const days = `${from} ${until}`;
    const isKept = this.#made.days === days;
    if (!isKept) this.#made = { days, rows: new Map() };
    const { rows } = this.#made;
    const months = monthsIn(from, until).flatMap((month) => this.#months.get(month)?.slices ?? []);
    const names = isKept ? this.#changed : new Set(months.flatMap((slices) => [...slices.keys()]));
    for (const name of names) {
      const row = this.#row(name, months, { start: dayNumber(from), end: dayNumber(until) });
      if (row.days.length > 0) rows.set(name, row);
      else rows.delete(name);
      await turns.next();
    }
    this.#changed.clear();
    return [...rows.values()];
  }

  #row(
    name: string,
    months: readonly ReadonlyMap<string, SliceOfMonth>[],
    { start, end }: { readonly start: number; readonly end: number },
  ): DayCounts {
    const row = { codes: this.codesPerSlice === 0 ? [] : name.split(BETWEEN), days: [], counts: [] } as DayCounts;
    for (const slices of months) {
      const { days = [], counts = [] } = slices.get(name) ?? {};
      days.forEach((day, i) => {
        if (day < start || day >= end) return;
        row.days.push(day - start);
        row.counts.push(counts[i] ?? 0);
      });
    }
    return row;
  }
}

/** Slices that have other counts in one month than in the other, or are in one alone. */
function* differing(
  before: ReadonlyMap<string, SliceOfMonth>,
  after: ReadonlyMap<string, SliceOfMonth>,
): Generator<string> {
  for (const [name, slice] of after) if (!isSame(before.get(name), slice)) yield name;
  for (const name of before.keys()) if (!after.has(name)) yield name;
}

const isSame = (one: SliceOfMonth | undefined, other: SliceOfMonth): boolean =>
  one?.days.length === other.days.length &&
  one.days.every((day, i) => day === other.days[i] && one.counts[i] === other.counts[i]);

/** The first days of the months that hold any of the days `from ≤ day < until`. */
export function monthsIn(from: IsoDay, until: IsoDay): IsoDay[] {
  const months: IsoDay[] = [];
  for (let month = monthStart(from); month < until; month = addMonths(month, 1)) months.push(month);
  return months;
}
