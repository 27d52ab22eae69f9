import type { IsoDay } from '@tocsin/contracts';
import { DailyExpectation, type Point } from '@tocsin/detection';
import type { DayCounts, Period } from '@tocsin/warehouse';
import type { DailyHistory } from './daily-history.ts';

interface Days {
  readonly history: DailyHistory;
  /** The index of a day in the history. */
  readonly indexOf: (day: IsoDay) => number;
}

/** A slice's counts by day, and what they should have been. */
export class SliceHistory {
  readonly codes: readonly string[];
  readonly expected: DailyExpectation;
  readonly #points: readonly Point[];
  readonly #days: Days;

  constructor(codes: readonly string[], points: readonly Point[], days: Days) {
    this.codes = codes;
    this.expected = new DailyExpectation(points, { design: days.history.design });
    this.#points = points;
    this.#days = days;
  }

  /** Cases of the days `from ≤ day < until`, as far as they are covered. */
  observed({ from, until }: Period): number {
    const { indexOf } = this.#days;
    let sum = 0;
    for (let index = indexOf(from); index < indexOf(until); index += 1) sum += this.#points[index]?.count ?? 0;
    return sum;
  }

  /** The slice without some of its cases, given by day as counts since the history's first day. */
  without(shared: readonly Pick<DayCounts, 'days' | 'counts'>[]): SliceHistory {
    const less = new Map<number, number>();
    for (const { days, counts } of shared)
      days.forEach((day, at) => less.set(day, (less.get(day) ?? 0) + (counts[at] ?? 0)));
    const points = this.#points.map((point, index) =>
      point.count === null ? point : { ...point, count: Math.max(0, point.count - (less.get(index) ?? 0)) },
    );
    return new SliceHistory(this.codes, points, this.#days);
  }
}
