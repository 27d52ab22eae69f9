import { addCalendarDays, addMonths, dayNumber, monthStart } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';
import { GrowingMonth, type MonthColumns, NO_CASES, differing, placesOf } from './month-columns.ts';
import type { SliceColumns, SliceCounts } from './slice-columns.ts';
import { Turns } from './turns.ts';

interface MonthOfCounts {
  readonly mark: string;
  readonly columns: MonthColumns;
}

/** Stands between codes; no code holds it. */
const BETWEEN = '\u0000';

/** The counts of one question by month, and the rows that they make together. */
export class KeptMonths {
  readonly #months = new Map<IsoDay, MonthOfCounts>();
  /** Rows of the days that were asked for the last time: a row stays the same one until its counts change. */
  #made: { readonly days: string; readonly rows: Map<string, SliceCounts> } = { days: '', rows: new Map() };
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
    const fresh = new Map(monthsIn(from, until).map((month) => [month, new GrowingMonth()]));
    const monthOf = Array.from({ length: dayNumber(until) - start }, (_, day) =>
      fresh.get(monthStart(addCalendarDays(from, day))),
    );
    for await (const batch of batches) {
      for (const { codes, days, counts } of batch) {
        const name = codes.join(BETWEEN);
        days.forEach((day, i) => monthOf[day]?.add(name, start + day, counts[i] ?? 0));
      }
    }
    for (const [month, growing] of fresh) {
      const columns = growing.columns();
      for (const name of differing(this.#months.get(month)?.columns ?? NO_CASES, columns)) this.#changed.add(name);
      this.#months.set(month, { mark: markOf(month), columns });
    }
  }

  /** A row for each slice with cases on the days `from ≤ day < until`, its days counted from the first. */
  async rows(from: IsoDay, until: IsoDay): Promise<SliceCounts[]> {
    const turns = new Turns();
    const days = `${from} ${until}`;
    const isKept = this.#made.days === days;
    if (!isKept) this.#made = { days, rows: new Map() };
    const { rows } = this.#made;
    const months = monthsIn(from, until).flatMap((month) => this.#months.get(month)?.columns ?? []);
    const names = isKept ? this.#changed : new Set(months.flatMap(({ slices }) => [...slices.keys()]));
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
    months: readonly MonthColumns[],
    { start, end }: { readonly start: number; readonly end: number },
  ): SliceCounts {
    const [days, counts]: [number[], number[]] = [[], []];
    for (const month of months) {
      const { first, last } = placesOf(month, name);
      for (let place = first; place < last; place += 1) {
        const day = month.days[place] ?? 0;
        if (day < start || day >= end) continue;
        days.push(day - start);
        counts.push(month.counts[place] ?? 0);
      }
    }
    const codes = this.codesPerSlice === 0 ? [] : name.split(BETWEEN);
    return { codes, days: Uint32Array.from(days), counts: Uint32Array.from(counts) };
  }
}

/** The first days of the months that hold any of the days `from ≤ day < until`. */
export function monthsIn(from: IsoDay, until: IsoDay): IsoDay[] {
  const months: IsoDay[] = [];
  for (let month = monthStart(from); month < until; month = addMonths(month, 1)) months.push(month);
  return months;
}
