import { addCalendarDays } from '@tocsin/calendar';
import { type IsoDay, type Slice, counts } from '@tocsin/contracts';
import type { CaseRule as Rule } from './evaluated-rule.ts';
import type { CountsReader } from './kept-counts.ts';

/** A code seen this soon after the first day of data was there before them. */
export const FROM_THE_START_DAYS = 28;

/**
 * Since when each code has been in use. A product of last month has no history of quiet weeks, nor has a reason that was
 * introduced when the list of reasons was changed: zeros before its first complaint would make anything an excess.
 * Read once from all of the data, then kept up from the figures that are read anyway.
 */
export class KnownCodes {
  readonly #firstSeen = new Map<string, Map<string, IsoDay>>();
  #firstDay: IsoDay | undefined;
  #told = '';

  constructor(private readonly counts: CountsReader) {}

  /** Forgets all when codes are told differently from now on. */
  toldBy(key: string): void {
    if (key !== this.#told) this.#firstSeen.clear();
    this.#told = key;
  }

  /** Learns the codes of a rule's splits; again when data from before `firstDay` have come in. */
  async learn(rule: Rule, firstDay: IsoDay, until: IsoDay): Promise<void> {
    if (this.#firstDay !== firstDay) this.#firstSeen.clear();
    this.#firstDay = firstDay;
    for (const split of rule.split) {
      const name = nameOf(rule, split);
      if (this.#firstSeen.has(name)) continue;
      const { basis, measure } = rule;
      const sum = counts[measure].numerator;
      const rows = await this.counts.read({ sum, basis, where: {}, split: [split], from: firstDay, until });
      const seen = rows.map(({ codes, days }) => [codes[0] ?? '', addCalendarDays(firstDay, days[0] ?? 0)] as const);
      this.#firstSeen.set(name, new Map(seen));
    }
  }

  /** The first day from which a slice's silence means that nothing came. */
  startOf(rule: Rule, slice: Slice, firstDay: IsoDay, newlySeen: IsoDay): IsoDay {
    let start = firstDay;
    for (const split of rule.split) {
      const first = this.#firstSeenOf(nameOf(rule, split), slice[split.dimension] ?? '', newlySeen);
      if (first > addCalendarDays(firstDay, FROM_THE_START_DAYS) && first > start) start = first;
    }
    return start;
  }

  #firstSeenOf(name: string, code: string, newlySeen: IsoDay): IsoDay {
    const codes = this.#firstSeen.get(name);
    const known = codes?.get(code);
    if (known !== undefined && known <= newlySeen) return known;
    codes?.set(code, newlySeen);
    return newlySeen;
  }
}

const nameOf = ({ basis, measure }: Rule, { dimension, level }: Rule['split'][number]) =>
  `${basis} ${measure} ${dimension} ${level ?? ''}`;
