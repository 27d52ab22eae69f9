import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { caseEventsOf, deadlineRulesOf, holidaysOf } from '@tocsin/ingestion';
import {
  type AsKnown,
  type CaseAsKnown,
  type DueDaysThen,
  type Warehouse,
  casesAsKnown,
  referenceHistory,
} from '@tocsin/warehouse';
import { type Counting, dueByEvents, dueByRules, eventsByCase, isMoved } from '../ingest/deadlines/due-of-case.ts';
import { TableHistory } from './table-history.ts';

/** So many numbers are named in one question. */
const AT_ONCE = 2_000;

/**
 * The due days of complaints as they were counted at a past moment: by the events, the rules on time and the calendar that
 * were known then. `complaint` holds what they are by now, and versions what they came with.
 */
export class AsOfDueDays {
  /** Due days by the day received, for one state of the tables. */
  #byReceipt: { readonly version: number; readonly days: Map<IsoDay, IsoDay | null> } | undefined;

  private constructor(
    private readonly warehouse: Pick<Warehouse, 'rows'>,
    private readonly history: TableHistory,
  ) {}

  static async read(warehouse: Warehouse, firstSeen: number): Promise<AsOfDueDays> {
    const changes = await warehouse.rows(referenceHistory(['case_event', 'deadline_rule', 'calendar']));
    return new AsOfDueDays(warehouse, new TableHistory(changes, firstSeen));
  }

  /** The moments at which events, rules or the calendar changed, in unix seconds. */
  get moments(): readonly number[] {
    return this.history.moments;
  }

  /** Of all complaints received since `firstDay`. */
  async at(
    asKnown: AsKnown,
    { today, firstDay }: { readonly today: IsoDay; readonly firstDay: IsoDay },
  ): Promise<DueDaysThen> {
    const { version, of } = this.history.at(asKnown.at);
    const counting = { today, rules: deadlineRulesOf(of('deadline_rule')), holidays: holidaysOf(of('calendar')) };
    const events = eventsByCase(caseEventsOf(of('case_event')));
    const moved = [...events].filter(([, own]) => isMoved(own, today)).map(([id]) => id);
    const cases = await this.#casesOf(moved, asKnown);
    return {
      byReceipt: this.#receivedSince(firstDay, version, counting),
      byCase: cases.map((one) => ({ id: one.id, dueOn: dueByEvents(one, events.get(one.id) ?? [], counting) })),
    };
  }

  #receivedSince(firstDay: IsoDay, version: number, counting: Counting): DueDaysThen['byReceipt'] {
    if (this.#byReceipt?.version !== version) this.#byReceipt = { version, days: new Map() };
    const { days } = this.#byReceipt;
    const found: { receivedOn: IsoDay; dueOn: IsoDay | null }[] = [];
    for (let day = firstDay; day <= counting.today; day = addCalendarDays(day, 1)) {
      const known = days.get(day);
      const dueOn = known === undefined ? dueByRules(day, counting) : known;
      days.set(day, dueOn);
      found.push({ receivedOn: day, dueOn });
    }
    return found;
  }

  async #casesOf(ids: readonly string[], asKnown: AsKnown): Promise<CaseAsKnown[]> {
    const found: CaseAsKnown[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE)
      found.push(...(await this.warehouse.rows(casesAsKnown(ids.slice(from, from + AT_ONCE), asKnown))));
    return found;
  }
}
