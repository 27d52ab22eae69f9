/**
 * The cases of one month of all slices of a question, slice after slice: a few long columns of numbers, which the garbage
 * collector need not look into. As lists of their own, ten thousand slices over three years would be seven hundred thousand.
 */
export interface MonthColumns {
  /** Which slice is the how manieth, by its codes. */
  readonly slices: ReadonlyMap<string, number>;
  /** Where the days of each slice begin, and after the last where they end. */
  readonly starts: Uint32Array;
  /** Day numbers, ascending within a slice; days without a case are left out. */
  readonly days: Uint32Array;
  readonly counts: Uint32Array;
}

export const NO_CASES: MonthColumns = {
  slices: new Map(),
  starts: new Uint32Array(1),
  days: new Uint32Array(),
  counts: new Uint32Array(),
};

/** A month while its cases come in, slice after slice. */
export class GrowingMonth {
  readonly #slices = new Map<string, number>();
  readonly #starts: number[] = [];
  readonly #days: number[] = [];
  readonly #counts: number[] = [];
  #running: string | undefined;

  /** Throws where a slice comes again after others. */
  add(slice: string, day: number, count: number): void {
    if (slice !== this.#running) {
      if (this.#slices.has(slice)) throw new Error('counts of a slice came in two parts');
      this.#running = slice;
      this.#slices.set(slice, this.#starts.length);
      this.#starts.push(this.#days.length);
    }
    this.#days.push(day);
    this.#counts.push(count);
  }

  columns(): MonthColumns {
    return {
      slices: this.#slices,
      starts: Uint32Array.from([...this.#starts, this.#days.length]),
      days: Uint32Array.from(this.#days),
      counts: Uint32Array.from(this.#counts),
    };
  }
}

/** The places of a slice's days: `first ≤ place < last`. */
export function placesOf(
  { slices, starts }: MonthColumns,
  name: string,
): { readonly first: number; readonly last: number } {
  const slice = slices.get(name);
  if (slice === undefined) return { first: 0, last: 0 };
  return { first: starts[slice] ?? 0, last: starts[slice + 1] ?? 0 };
}

/** Slices that have other counts in one month than in the other, or are in one alone. */
export function* differing(before: MonthColumns, after: MonthColumns): Generator<string> {
  for (const name of after.slices.keys()) if (!isSame(before, after, name)) yield name;
  for (const name of before.slices.keys()) if (!after.slices.has(name)) yield name;
}

function isSame(before: MonthColumns, after: MonthColumns, name: string): boolean {
  const [one, other] = [placesOf(before, name), placesOf(after, name)];
  const length = one.last - one.first;
  if (length !== other.last - other.first) return false;
  for (let i = 0; i < length; i += 1) {
    const [here, there] = [one.first + i, other.first + i];
    if (before.days[here] !== after.days[there] || before.counts[here] !== after.counts[there]) return false;
  }
  return true;
}
