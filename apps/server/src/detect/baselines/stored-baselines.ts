import { addCalendarDays, weekStart } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type Baseline, type Warehouse, baselines, saveBaselines } from '@tocsin/warehouse';
import { type KnownBaseline, nameOf } from './series-baselines.ts';

/** Rows of one insert. */
const ROWS_PER_INSERT = 20_000;

/**
 * The fits that a rule's series are judged by, week by week: kept in memory, and stored so that a server that starts anew
 * need not fit ten thousand series before it knows what an import has changed.
 */
export class StoredBaselines {
  readonly #series = new Map<string, readonly KnownBaseline[]>();
  #unsaved: Baseline[] = [];
  #readFrom: IsoDay | undefined;

  constructor(
    private readonly warehouse: Warehouse,
    private readonly ruleId: string,
  ) {}

  /** Makes sure that whatever is stored for days from `from` on is known. */
  async know(from: IsoDay): Promise<void> {
    const monday = weekStart(addCalendarDays(from, -LOOKED_BACK_DAYS));
    if (this.#readFrom !== undefined && this.#readFrom <= monday) return;
    const found = new Map<string, KnownBaseline[]>();
    for (const { seriesKey, ...baseline } of await this.warehouse.rows(baselines(this.ruleId, monday))) {
      const known = found.get(seriesKey);
      if (known === undefined) found.set(seriesKey, [baseline]);
      else known.push(baseline);
    }
    for (const [key, known] of found) this.#series.set(key, [...known, ...(this.#series.get(key) ?? [])]);
    this.#readFrom = monday;
  }

  of(seriesKey: string): readonly KnownBaseline[] {
    return this.#series.get(seriesKey) ?? [];
  }

  /** The verdicts of a series rest on these; what was not known before is to be stored. */
  note(seriesKey: string, used: readonly KnownBaseline[]): void {
    const known = new Set(this.of(seriesKey).map(nameOf));
    for (const baseline of used) if (!known.has(nameOf(baseline))) this.#unsaved.push({ seriesKey, ...baseline });
    if (used.length > 0) this.#series.set(seriesKey, used);
  }

  /** Stores what was noted; what could not be stored stays for the next time. */
  async save(): Promise<void> {
    while (this.#unsaved.length > 0) {
      await saveBaselines(this.warehouse, this.ruleId, this.#unsaved.slice(0, ROWS_PER_INSERT));
      this.#unsaved = this.#unsaved.slice(ROWS_PER_INSERT);
    }
  }
}

/** A verdict may look at some days before its own. */
const LOOKED_BACK_DAYS = 14;
