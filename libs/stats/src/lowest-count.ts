/**
 * The smallest whole number ≥ 0 for which `enough` holds, for an `enough` that stays true once it is: the quantile of a
 * count, from its distribution.
 *
 * Shape   `guess` is where to start looking; a good one saves questions, a bad one costs only time.
 * Edge    beyond 2⁵³, where neighbours can no longer be told apart, the answer is as near as numbers lie.
 * Cost    about 2·log₂(1 + distance of the guess) questions.
 */
export function lowestCount(guess: number, enough: (count: number) => boolean): number {
  let high = Math.max(0, Math.floor(guess));
  let low = -1;
  if (enough(high)) {
    for (let step = 1; high > 0; step *= 2) {
      const next = Math.max(0, high - step);
      if (!enough(next)) {
        low = next;
        break;
      }
      high = next;
    }
  } else {
    low = high;
    for (let step = 1; ; step *= 2) {
      high = low + step;
      if (enough(high)) break;
      low = high;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle <= low || middle >= high) break;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
