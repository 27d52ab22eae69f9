import { addCalendarDays, addMonths, dayNumber, monthStart } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import {
  type DayCounts,
  type DayCountsQuestion,
  type Warehouse,
  dayCountsBySlice,
  wholeCompany,
} from '@tocsin/warehouse';
import type { Told } from '../reference/trees.ts';

export type CountsQuestion = Omit<DayCountsQuestion, 'scope' | 'translation'>;

/** Answers counts by slice and day: one row per slice, its days counted from the question's first. */
export interface CountsReader {
  read(question: CountsQuestion): Promise<DayCounts[]>;
}

interface MonthOfCounts {
  readonly mark: string;
  /** By the codes of a slice. Days are day numbers. */
  readonly slices: ReadonlyMap<string, { readonly days: number[]; readonly counts: number[] }>;
}

/** Stands between codes; no code holds it. */
const BETWEEN = '\u0000';

/**
 * Counts by slice and day, kept by month: a run reads the months whose figures have changed, which mostly is the present
 * one. A month is known by its mark (`rolled_month`); months never rolled up hold nothing.
 */
export class KeptCounts implements CountsReader {
  readonly #questions = new Map<string, Map<IsoDay, MonthOfCounts>>();
  #marks: ReadonlyMap<IsoDay, string> = new Map();
  #told: Told = { key: '', translation: {} };

  constructor(private readonly warehouse: Warehouse) {}

  /**
   * The marks as of now, read before the counts: then those are never older than their marks say; and how codes are told.
   * Told differently, everything is counted anew.
   */
  asOf(marks: ReadonlyMap<IsoDay, string>, told: Told = this.#told): void {
    if (told.key !== this.#told.key) this.#questions.clear();
    this.#told = told;
    this.#marks = marks;
  }

  async read(question: CountsQuestion): Promise<DayCounts[]> {
    const { from, until, ...rest } = question;
    const key = JSON.stringify(rest);
    const kept = this.#questions.get(key) ?? new Map<IsoDay, MonthOfCounts>();
    this.#questions.set(key, kept);
    const months = monthsIn(from, until);
    const stale = months.filter((month) => (kept.get(month)?.mark ?? '') !== (this.#marks.get(month) ?? ''));
    const [first, last] = [stale[0], stale.at(-1)];
    if (first !== undefined && last !== undefined) await this.#renew(kept, rest, first, addMonths(last, 1));
    return assembled(months, kept, dayNumber(from), dayNumber(until), rest.split.length);
  }

  async #renew(
    kept: Map<IsoDay, MonthOfCounts>,
    question: Omit<CountsQuestion, 'from' | 'until'>,
    from: IsoDay,
    until: IsoDay,
  ): Promise<void> {
    const { translation } = this.#told;
    const asked = { ...question, from, until, translation, scope: wholeCompany };
    const rows = await this.warehouse.rows(dayCountsBySlice(asked));
    const start = dayNumber(from);
    const fresh = new Map(
      monthsIn(from, until).map((month) => [month, new Map<string, { days: number[]; counts: number[] }>()]),
    );
    const monthOf = Array.from({ length: dayNumber(until) - start }, (_, day) =>
      fresh.get(monthStart(addCalendarDays(from, day))),
    );
    for (const { codes, days, counts } of rows) {
      const name = codes.join(BETWEEN);
      days.forEach((day, i) => {
        const month = monthOf[day];
        const slice = month?.get(name) ?? { days: [], counts: [] };
        month?.set(name, slice);
        slice.days.push(start + day);
        slice.counts.push(counts[i] ?? 0);
      });
    }
    for (const [month, slices] of fresh) kept.set(month, { mark: this.#marks.get(month) ?? '', slices });
  }
}

function monthsIn(from: IsoDay, until: IsoDay): IsoDay[] {
  const months: IsoDay[] = [];
  for (let month = monthStart(from); month < until; month = addMonths(month, 1)) months.push(month);
  return months;
}

function assembled(
  months: readonly IsoDay[],
  kept: ReadonlyMap<IsoDay, MonthOfCounts>,
  start: number,
  end: number,
  codesPerSlice: number,
): DayCounts[] {
  const rows = new Map<string, DayCounts>();
  for (const month of months) {
    for (const [name, slice] of kept.get(month)?.slices ?? []) {
      const row = rows.get(name) ?? { codes: codesPerSlice === 0 ? [] : name.split(BETWEEN), days: [], counts: [] };
      slice.days.forEach((day, i) => {
        if (day < start || day >= end) return;
        row.days.push(day - start);
        row.counts.push(slice.counts[i] ?? 0);
      });
      if (row.days.length > 0) rows.set(name, row);
    }
  }
  return [...rows.values()];
}
