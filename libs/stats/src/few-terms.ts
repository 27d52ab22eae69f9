/** Up to so many terms of a distribution are added up one by one: a fifth of the time of a continued fraction. */
const MOST_TERMS = 48;
/** What is left of 1 beyond such a sum is small enough to lose digits by the subtraction. */
const MOST_SUM = 0.9;

/**
 * P(X ≥ k) of counts as 1 − P(X < k), by adding up `first` = P(X = 0), P(X = 1), …; `ratio(i)` is P(X = i + 1) / P(X = i).
 *
 * Shape   undefined above the mean, for many terms, and where the difference would not be exact: then a tail has to be asked for itself.
 */
export function tailByTerms(
  k: number,
  {
    mean,
    first,
    ratio,
  }: { readonly mean: number; readonly first: () => number; readonly ratio: (i: number) => number },
): number | undefined {
  if (k > MOST_TERMS || k > mean) return undefined;
  let term = first();
  let sum = term;
  for (let i = 0; i < k - 1; i += 1) {
    term *= ratio(i);
    sum += term;
  }
  return sum < MOST_SUM ? 1 - sum : undefined;
}
