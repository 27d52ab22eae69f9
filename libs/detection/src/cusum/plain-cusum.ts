import type { ChartPoint } from './lr-cusum.ts';
import { type Transformation, standardisation } from './standardise.ts';

export interface PlainCusumOptions {
  /** Slack: standardised counts below it bring the sum down. */
  readonly k: number;
  readonly h: number;
  readonly transformation: Transformation;
  /** Variance beyond Poisson, for the negative binomial transformations. */
  readonly extra: number;
}

/**
 * The CUSUM of standardised counts: S = max(0, S + x − k), alarm where S ≥ h. It is not set back after an alarm.
 *
 * Upper   the count that would just have raised an alarm; whole for `standard`. Without a way back from the scale, how much of
 *         the sum is left to the alarm.
 * Source  Rossi, Lampugnani & Marchi (1999), Statistics in Medicine 18, 2111–2122; same figures as R's `algo.cusum`.
 */
export function plainCusum(
  counts: readonly number[],
  means: readonly number[],
  { k, h, transformation, extra }: PlainCusumOptions,
): ChartPoint[] {
  let sum = 0;
  return counts.map((count, i) => {
    const { to, from } = standardisation(transformation, means[i] ?? 0, extra);
    const before = sum;
    sum = Math.max(0, sum + to(count) - k);
    const upper = from === undefined ? h - sum : from(h - before + k);
    return { statistic: sum, upper: Math.max(0, upper), isAlarm: sum >= h };
  });
}
