import { type IsoDay, addCalendarDays } from '@tocsin/calendar';
import { type Signal, type Warehouse, saveSignals, signals } from '@tocsin/warehouse';
import { ChangedSignals } from './changed-signals.ts';

/** Writes the signals of rules that say something new; what has been written is read and kept rule by rule. */
export class WrittenByRule {
  readonly #rules = new Map<string, ChangedSignals>();

  constructor(private readonly warehouse: Warehouse) {}

  /** `found` are a rule's signals of buckets `from ≤ bucket ≤ today`. Answers how many were written. */
  async write(
    ruleId: string,
    found: readonly Signal[],
    { from, today }: { readonly from: IsoDay; readonly today: IsoDay },
  ): Promise<number> {
    const written = this.#of(ruleId);
    await written.know(from, addCalendarDays(today, 1));
    const news = written.among(found);
    if (news.length > 0) await saveSignals(this.warehouse, news);
    written.note(news);
    return news.length;
  }

  #of(ruleId: string): ChangedSignals {
    const known = this.#rules.get(ruleId);
    if (known !== undefined) return known;
    const written = new ChangedSignals((range) => this.warehouse.rows(signals({ ...range, ruleId })));
    this.#rules.set(ruleId, written);
    return written;
  }
}
