/** The middle of the sorted values, halfway between the middle two of an even number; NaN without any. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) / 2, sorted.length / 2].map((at) => sorted[Math.floor(at)] ?? Number.NaN);
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Nearest-rank quantile: the smallest value with at least `share` of all at or below it. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/**
 * Milliseconds of repeated runs after one that warms up. Stops early when `budgetMs` is used up, but never before
 * three runs: a question that takes seconds need not be asked thirty times.
 */
export async function sample(work: () => Promise<unknown>, runs: number, budgetMs: number): Promise<number[]> {
  await work();
  const taken: number[] = [];
  const start = performance.now();
  while (taken.length < runs && (taken.length < 3 || performance.now() - start < budgetMs)) {
    taken.push((await timed(work)).seconds * 1000);
  }
  return taken;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Progress goes to stderr: stdout carries the one JSON document. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);
