import type { Contributor, Dimension } from '@tocsin/contracts';
import { surprise } from './surprise.ts';

/** One value of a dimension inside the slice that went past expectation. */
export interface ValueCounts {
  readonly code: string;
  /** Cases in the bucket that is to be explained. */
  readonly observed: number;
  /**
   * Cases in each bucket of the baseline; null where there were no data, 0 where the value did not occur. The buckets
   * are the same for every value. A value that is new has only zeros, and is expected not at all.
   */
  readonly baseline: readonly (number | null)[];
}

export interface DimensionCounts {
  readonly dimension: Dimension;
  readonly values: readonly ValueCounts[];
}

export interface ContributorOptions {
  /** At most so many values of each dimension. */
  readonly most?: number;
  /** Values that explain less of the excess than this are left out, unless a dimension would have none. */
  readonly leastShare?: number;
}

interface Explained extends Contributor {
  readonly surprise: number;
}

/**
 * Where an excess comes from: per dimension, the values that went furthest past their own expectation.
 *
 * Shape   the values of each dimension add up to the same whole. The answer is grouped by dimension: the one whose values
 *         moved most (by surprise) first, and within it by falling excess. Only values above expectation are named.
 * Share   explanatory power (A_i − F_i) / (A − F): may pass 1 where other values fell. When the whole is not above
 *         expectation there is nothing to explain and every share is 0.
 * Source  Bhagwan et al. (2014), Adtributor, NSDI '14; F is the mean of the baseline buckets with data.
 */
export function contributors(dimensions: readonly DimensionCounts[], options: ContributorOptions = {}): Contributor[] {
  return dimensions
    .map((dimension) => explain(dimension, options))
    .filter((values) => values.length > 0)
    .sort((left, right) => totalSurprise(right) - totalSurprise(left))
    .flat()
    .map(({ surprise: _surprise, ...contributor }) => contributor);
}

function explain({ dimension, values }: DimensionCounts, options: ContributorOptions): Explained[] {
  const { most = 5, leastShare = 0.05 } = options;
  const counted = values.map(({ code, observed, baseline }) => ({ code, observed, expected: expectation(baseline) }));
  const whole = sum(counted.map(({ observed }) => observed));
  const expected = sum(counted.map((value) => value.expected));
  const excess = whole - expected;

  const above = counted
    .map((value): Explained => ({
      dimension,
      ...value,
      excess: value.observed - value.expected,
      share: excess > 0 ? (value.observed - value.expected) / excess : 0,
      surprise: surprise(ratio(value.expected, expected), ratio(value.observed, whole)),
    }))
    .filter((value) => value.excess > 0)
    .sort((left, right) => right.excess - left.excess || (left.code < right.code ? -1 : 1));
  const telling = above.filter((value) => value.share >= leastShare);
  return (telling.length > 0 ? telling : above.slice(0, 1)).slice(0, most);
}

function expectation(baseline: readonly (number | null)[]): number {
  const known = baseline.filter((count) => count !== null);
  return known.length === 0 ? 0 : sum(known) / known.length;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
const totalSurprise = (values: readonly Explained[]) => sum(values.map((value) => value.surprise));
