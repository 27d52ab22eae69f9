import type { CountChanges, DayCounts } from '@tocsin/warehouse';

/** The counts of one slice by day as they were at a moment that moves forward. */
export class SliceHistory {
  readonly #changes: CountChanges;
  readonly #first: number;
  /** Counts by day from `#first` on. */
  readonly #counts: Int32Array;
  #next = 0;

  constructor(changes: CountChanges) {
    this.#changes = changes;
    let first = Infinity;
    let last = -Infinity;
    for (const day of changes.days) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
    this.#first = first;
    this.#counts = new Int32Array(changes.days.length === 0 ? 0 : last - first + 1);
  }

  /** Takes in every change up to and at the moment (unix seconds). */
  moveTo(now: number): void {
    const { moments, days, changes } = this.#changes;
    for (; this.#next < moments.length && (moments[this.#next] ?? 0) <= now; this.#next += 1) {
      const day = (days[this.#next] ?? 0) - this.#first;
      this.#counts[day] = (this.#counts[day] ?? 0) + (changes[this.#next] ?? 0);
    }
  }

  /** The first and the last day (since 1970) with a count; undefined without one. */
  days(): { readonly first: number; readonly last: number } | undefined {
    const first = this.#counts.findIndex((count) => count > 0);
    const last = this.#counts.findLastIndex((count) => count > 0);
    return first < 0 ? undefined : { first: this.#first + first, last: this.#first + last };
  }

  /** The slice's row for days `start ≤ day < end`, counted from `start`; none where all of them are 0. */
  between(start: number, end: number): DayCounts[] {
    const days: number[] = [];
    const counts: number[] = [];
    const until = Math.min(end - this.#first, this.#counts.length);
    for (let day = Math.max(0, start - this.#first); day < until; day += 1) {
      const count = this.#counts[day] ?? 0;
      if (count <= 0) continue;
      days.push(day + this.#first - start);
      counts.push(count);
    }
    return days.length === 0 ? [] : [{ codes: this.#changes.codes, days, counts }];
  }
}
