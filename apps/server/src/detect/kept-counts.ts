import { addMonths } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type DayCountsQuestion, type Warehouse, dayCountsBySlice, wholeCompany } from '@tocsin/warehouse';
import type { Told } from '../reference/trees.ts';
import { KeptMonths, monthsIn } from './kept-months.ts';
import { type SliceCounts, slicesInColumns } from './slice-columns.ts';

export type CountsQuestion = Omit<DayCountsQuestion, 'scope' | 'translation'>;

/** Answers counts by slice and day: one row per slice, its days counted from the question's first. */
export interface CountsReader {
  read(question: CountsQuestion): Promise<SliceCounts[]>;
}

/**
 * Counts by slice and day, kept by month: a run reads the months whose figures have changed, which mostly is the present
 * one. A month is known by its mark (`rolled_month`); months never rolled up hold nothing. Rows that come out as before are
 * the very objects that they were.
 */
export class KeptCounts implements CountsReader {
  readonly #questions = new Map<string, KeptMonths>();
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

  async read(question: CountsQuestion): Promise<SliceCounts[]> {
    const { from: _from, until: _until, ...rest } = question;
    const key = JSON.stringify(rest);
    const kept = this.#questions.get(key) ?? new KeptMonths(rest.split.length);
    this.#questions.set(key, kept);
    return kept.afterOthers(() => this.#read(kept, question));
  }

  async #read(kept: KeptMonths, { from, until, ...rest }: CountsQuestion): Promise<SliceCounts[]> {
    const stale = monthsIn(from, until).filter((month) => !kept.isCurrent(month, this.#markOf(month)));
    const [first, last] = [stale[0], stale.at(-1)];
    if (first !== undefined && last !== undefined) await this.#renew(kept, rest, first, addMonths(last, 1));
    return kept.rows(from, until);
  }

  async #renew(
    kept: KeptMonths,
    question: Omit<CountsQuestion, 'from' | 'until'>,
    from: IsoDay,
    until: IsoDay,
  ): Promise<void> {
    const { translation } = this.#told;
    const asked = { ...question, from, until, translation, scope: wholeCompany };
    const marks = this.#marks;
    await kept.renew(
      slicesInColumns(this.warehouse, dayCountsBySlice(asked)),
      { from, until },
      (month) => marks.get(month) ?? '',
    );
  }

  #markOf(month: IsoDay): string {
    return this.#marks.get(month) ?? '';
  }
}
