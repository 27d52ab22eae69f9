import type { Verdict } from '@tocsin/contracts';
import { mean } from '@tocsin/stats';
import { judge } from './judge.ts';
import type { Point } from './point.ts';

/** How many buckets before give the usual number that is shown beside the threshold. */
const USUAL = 28;

/**
 * A fixed threshold: does a bucket hold at least so many cases?
 *
 * Shape   one verdict per point, in the same order. Needs no history.
 * Upper   the largest whole number below `atLeast`.
 * Shown   `expected` is the mean of the 28 buckets before (those with complete data; null without any). It plays no
 *         part in the verdict and there is no chance: a threshold is an order, not a test.
 * Score   count ÷ `atLeast`.
 */
export function threshold(series: readonly Point[], { atLeast }: { readonly atLeast: number }): Verdict[] {
  return series.map((point, index) =>
    judge(point, {
      expected: usual(series.slice(Math.max(0, index - USUAL), index)),
      upper: Math.ceil(atLeast) - 1,
      chance: () => null,
      score: (count) => count / atLeast,
      leftOut: 0,
    }),
  );
}

function usual(before: readonly Point[]): number | null {
  const known = before.flatMap((point) => (point.complete && point.count !== null ? [point.count] : []));
  return known.length === 0 ? null : mean(known);
}
