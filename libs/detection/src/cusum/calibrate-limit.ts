import { negativeBinomialTail, poissonTail } from '@tocsin/stats';
import { likelihoodRatio } from './likelihood-ratio.ts';

const STATES = 60;
/** Leaves the limit known to a thousandth. */
const HALVINGS = 14;

/**
 * The limit at which a likelihood-ratio CUSUM alarms once in `runLength` buckets by chance, for a mean μ, dispersion φ and
 * the rise e^κ > 1 it looks for.
 *
 * How     a Markov chain over sixty levels of the sum, halved between 0.2 and 20.
 * Source  Brook & Evans (1972), Biometrika 59, 539–549.
 * Cost    some milliseconds, whatever the mean; one answer serves every series of like mean: see `sharedLimit`.
 */
export function calibratedLimit(mean: number, phi: number, kappa: number, runLength: number): number {
  let [low, high] = [0.2, 20];
  const steps = stepsOf(mean, phi, kappa);
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (meanRunLength(steps, middle) < runLength) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Steps of a twentieth: a mean that is off by a fortieth has a limit that is off by less than its own error. */
const STEPS = 20;
const onGrid = (value: number): number => Math.exp(Math.round(Math.log(value) * STEPS) / STEPS);
const known = new Map<string, number>();

/**
 * `calibratedLimit` for a mean and a dispersion rounded to within 2.5 %, each of them worked out once: thousands of
 * series share some hundred limits.
 */
export function sharedLimit(mean: number, phi: number, kappa: number, runLength: number): number {
  const [near, spread] = [onGrid(mean), Math.max(1, onGrid(phi))];
  const key = [near, spread, kappa, runLength].join(' ');
  const limit = known.get(key) ?? calibratedLimit(near, spread, kappa, runLength);
  known.set(key, limit);
  return limit;
}

/** Buckets until the first alarm of a CUSUM that starts at 0, on average, when nothing changed. */
export const cusumRunLength = (mean: number, phi: number, kappa: number, limit: number): number =>
  meanRunLength(stepsOf(mean, phi, kappa), limit);

/** What counts add to the sum, the more the larger they are, and how likely smaller ones are. */
interface Steps {
  readonly ratios: Float64Array;
  /** At `i` the chance of less than the i-th count; one longer than `ratios`. */
  readonly below: Float64Array;
}

function stepsOf(mean: number, phi: number, kappa: number): Steps {
  const extra = phi > 1 ? (phi - 1) / mean : 0;
  const chances = countChances(mean, phi);
  const below = new Float64Array(chances.length + 1);
  chances.forEach((chance, count) => (below[count + 1] = (below[count] ?? 0) + chance));
  return { ratios: Float64Array.from(chances, (_, count) => likelihoodRatio(count, mean, kappa, extra)), below };
}

/**
 * Levels and not counts are gone through: a whole company has a hundred thousand counts in a week, and from each level those
 * that lead to another lie side by side.
 */
function meanRunLength({ ratios, below }: Steps, limit: number): number {
  const width = limit / STATES;
  // (I − Q)·length = 1, Q the transitions between levels below the limit; level i stands for its middle, 0 for 0.
  const rows = Array.from({ length: STATES }, (_, from) => {
    const row = new Float64Array(STATES + 1);
    row[from] = 1;
    row[STATES] = 1;
    const start = from === 0 ? 0 : (from + 0.5) * width;
    let first = 0;
    for (let to = 0; to < STATES; to += 1) {
      const next = firstBeyond(ratios, (ratio) => Math.floor((start + ratio) / width) > to, first);
      row[to] = (row[to] ?? 0) - ((below[next] ?? 0) - (below[first] ?? 0));
      first = next;
    }
    return row;
  });
  return firstUnknown(rows);
}

/** The first of the rising ratios from `low` on that lies beyond; how many there are, if none does. */
function firstBeyond(ratios: Float64Array, isBeyond: (ratio: number) => boolean, low: number): number {
  let high = ratios.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(ratios[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** P(Y = 0), P(Y = 1), … as far as anything is left. */
function countChances(mean: number, phi: number): number[] {
  const tail = (count: number) =>
    phi > 1 ? negativeBinomialTail(count, mean, mean / (phi - 1)) : poissonTail(count, mean);
  const chances: number[] = [];
  for (let count = 0, left = 1; left > 1e-12; count += 1) {
    const next = tail(count + 1);
    chances.push(left - next);
    left = next;
  }
  return chances;
}

/** Gauss's elimination from the last row up; answers the first unknown. */
function firstUnknown(rows: readonly Float64Array[]): number {
  const size = rows.length;
  for (let pivot = size - 1; pivot > 0; pivot -= 1) {
    const below = rows[pivot];
    if (below === undefined) continue;
    for (let i = 0; i < pivot; i += 1) {
      const row = rows[i];
      const factor = (row?.[pivot] ?? 0) / (below[pivot] ?? 1);
      if (row === undefined || factor === 0) continue;
      // beyond the pivot only the right side is looked at again
      for (let j = 0; j < pivot; j += 1) row[j] = (row[j] ?? 0) - factor * (below[j] ?? 0);
      row[size] = (row[size] ?? 0) - factor * (below[size] ?? 0);
    }
  }
  return (rows[0]?.[size] ?? 0) / (rows[0]?.[0] ?? 1);
}
