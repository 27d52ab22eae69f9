import type { IsoDay } from '@tocsin/contracts';
import { DailyExpectation, type Point } from '@tocsin/detection';
import type { DayCounts, Period } from '@tocsin/warehouse';
import { type DailyHistory, pointsOf } from './daily-history.ts';

/** Cases by day, counted from the first day of the history; days without any are left out. */
type Cases = Pick<DayCounts, 'codes' | 'days' | 'counts'>;

interface Around {
  readonly history: DailyHistory;
  /** The index of a day in the history. */
  readonly indexOf: (day: IsoDay) => number;
  /** Adds to the points of the slice what is known of it besides. */
  readonly known: (points: readonly Point[]) => readonly Point[];
}

/** A slice's counts by day, and what they should have been. */
export class SliceHistory {
  readonly #cases: Cases;
  readonly #around: Around;
  #expected: DailyExpectation | undefined;

  constructor(cases: Cases, around: Around) {
    this.#cases = cases;
    this.#around = around;
  }

  get codes(): readonly string[] {
    return this.#cases.codes;
  }

  /** Made when somebody asks: of the many slices that are looked at, only few are judged. */
  get expected(): DailyExpectation {
    const { history, known } = this.#around;
    this.#expected ??= new DailyExpectation(known(pointsOf(history, this.#cases)), { design: history.design });
    return this.#expected;
  }

  /** Cases of the days `from ≤ day < until`, as far as they are covered. */
  observed({ from, until }: Period): number {
    const { indexOf, history } = this.#around;
    const [first, end] = [indexOf(from), indexOf(until)];
    const { days, counts } = this.#cases;
    return days.reduce(
      (sum, day, at) => (day >= first && day < end && history.covered[day] === true ? sum + (counts[at] ?? 0) : sum),
      0,
    );
  }

  /** The slice without some of its cases, given by day as counts since the history's first day. */
  without(shared: readonly Pick<DayCounts, 'days' | 'counts'>[]): SliceHistory {
    const less = new Map<number, number>();
    for (const { days, counts } of shared)
      days.forEach((day, at) => less.set(day, (less.get(day) ?? 0) + (counts[at] ?? 0)));
    const { codes, days } = this.#cases;
    const counts = days.map((day, at) => Math.max(0, (this.#cases.counts[at] ?? 0) - (less.get(day) ?? 0)));
    return new SliceHistory({ codes, days, counts }, this.#around);
  }
}
