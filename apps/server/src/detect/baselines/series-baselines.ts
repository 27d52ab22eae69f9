import { createHash } from 'node:crypto';
import type { IsoDay } from '@tocsin/contracts';
import type { KeptBaselines, LearnedFrom, WeekBaseline } from '@tocsin/detection';
import type { Baseline } from '@tocsin/warehouse';

/** A baseline of some series. */
export type KnownBaseline = Omit<Baseline, 'seriesKey'>;

/** The baselines of one series while it is judged: those that are known, and then those that were made use of. */
export class SeriesBaselines implements KeptBaselines {
  readonly #known = new Map<string, KnownBaseline>();
  readonly #used = new Map<string, KnownBaseline>();

  constructor(known: readonly KnownBaseline[] = []) {
    for (const baseline of known) this.#known.set(nameOf(baseline), baseline);
  }

  of(week: IsoDay, from: LearnedFrom, fit: () => WeekBaseline | undefined): WeekBaseline | undefined {
    const learnedFrom = printOf(from);
    const name = nameOf({ week, learnedFrom });
    const known = this.#used.get(name) ?? this.#known.get(name);
    const baseline = known ?? fit();
    if (baseline !== undefined) this.#used.set(name, known ?? { ...baseline, week, learnedFrom });
    return baseline;
  }

  /** Those that the verdicts rest on. What is known already is the very object that it was. */
  get used(): KnownBaseline[] {
    return [...this.#used.values()];
  }
}

/** Tells the baselines of a series apart. */
export const nameOf = ({ week, learnedFrom }: Pick<KnownBaseline, 'week' | 'learnedFrom'>) => `${week} ${learnedFrom}`;

/** Stands for everything that was learned from. */
function printOf({ own, lender, ...how }: LearnedFrom): string {
  const print = createHash('sha256').update(JSON.stringify(how));
  for (const series of [own, lender]) {
    for (const figures of [series?.counts, series?.known, series?.exposure]) {
      print.update(figures ?? '-');
    }
  }
  return print.digest('base64url').slice(0, PRINT_LENGTH);
}

/** 132 bits: enough that no two histories ever share a print. */
const PRINT_LENGTH = 22;
