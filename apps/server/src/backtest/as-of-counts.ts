import { dayNumber, isoDay } from '@tocsin/calendar';
import type { IsoDay, SumId } from '@tocsin/contracts';
import { type CountChanges, type DayCounts, type Warehouse, countsAsKnown } from '@tocsin/warehouse';
import type { CountsQuestion, CountsReader } from '../detect/kept-counts.ts';
import type { Told } from '../reference/trees.ts';
import type { KnowledgePlan } from './knowledge.ts';
import { SliceHistory } from './slice-history.ts';

type Asked = Omit<CountsQuestion, 'from' | 'until' | 'sum'> & { readonly sum: SumId | 'rows' };

/**
 * Counts by slice and day as they were known at a past moment. Each question is read once, as the changes by which its
 * counts came about; moving on to a later moment adds up those that lie between. Moments only move forward.
 */
export class AsOfCounts implements CountsReader {
  readonly #questions = new Map<string, Promise<SliceHistory[]>>();
  #now = 0;
  #told: Told = { key: '', translation: {} };

  constructor(
    private readonly warehouse: Warehouse,
    private readonly knowledge: Pick<KnowledgePlan, 'history' | 'roundTo'>,
  ) {}

  /** The moment in unix seconds, and how codes were told then. Told differently, everything is counted anew. */
  moveTo(now: number, told: Told): void {
    if (now < this.#now) throw new RangeError(`from ${this.#now} back to ${now}`);
    if (told.key !== this.#told.key) this.#questions.clear();
    this.#now = now;
    this.#told = told;
  }

  async read({ from, until, ...asked }: CountsQuestion): Promise<DayCounts[]> {
    const [start, end] = [dayNumber(from), dayNumber(until)];
    return (await this.#known(asked)).flatMap((slice) => slice.between(start, end));
  }

  /** The first and the last day with a row of any kind; undefined where nothing was known yet. */
  async days(): Promise<{ readonly firstDay: IsoDay; readonly lastDay: IsoDay } | undefined> {
    const [all] = await this.#known({ sum: 'rows', basis: 'company', where: {}, split: [] });
    const days = all?.days();
    return days && { firstDay: isoDay(days.first), lastDay: isoDay(days.last) };
  }

  async #known(asked: Asked): Promise<SliceHistory[]> {
    const key = JSON.stringify(asked);
    const known = this.#questions.get(key) ?? this.#read(asked);
    this.#questions.set(key, known);
    const slices = await known;
    for (const slice of slices) slice.moveTo(this.#now);
    return slices;
  }

  async #read({ sum, basis, where, split }: Asked): Promise<SliceHistory[]> {
    if (sum === 'chased') throw new RangeError('who was chased is not known as of a moment');
    const { history, roundTo } = this.knowledge;
    const { translation } = this.#told;
    const question = { sum, filter: { ...where, basis }, split, translation, history, roundTo };
    const rows: readonly CountChanges[] = await this.warehouse.rows(countsAsKnown(question));
    return rows.map((row) => new SliceHistory(row));
  }
}
