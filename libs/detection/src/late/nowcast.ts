import { negativeBinomialQuantile } from '@tocsin/stats';
import { type LateReporting, maturityAt } from './late-reporting.ts';

/** What a day will have in the end, by what has arrived. */
export interface Nowcast {
  /** The share of the day's cases that has arrived. */
  readonly maturity: number;
  /** Cases in the end: observed ÷ maturity. */
  readonly expected: number;
  /** In all but about `alpha` of such days the final count lies from `lower` to `upper`; `lower` is never below observed. */
  readonly lower: number;
  readonly upper: number;
}

/** A day without a case may still get some: as if half a one had come. */
const HALF = 0.5;

/**
 * The final count of a day that is still coming in.
 *
 * Shape    the missing cases have the mean (observed + ½)(1 − F) ÷ F and are negative binomial: their variance is
 *          φ(observed + ½)(1 − F) ÷ F² for the draw, with φ the unevenness of days at that age, and more for the error of F.
 * Edge     undefined where nothing of such a day can have arrived (F = 0); a day of full age is its count, exactly.
 * Source   Lawless (1994), Canad. J. Statist. 22, 15–31: prediction of reports that have not arrived yet.
 */
export function nowcast(observed: number, age: number, late: LateReporting, alpha = 0.05): Nowcast | undefined {
  const maturity = maturityAt(late, age);
  if (!(maturity > 0)) return undefined;
  if (maturity >= 1) return { maturity: 1, expected: observed, lower: observed, upper: observed };
  const start = observed + HALF;
  const missing = (start * (1 - maturity)) / maturity;
  const drawn = ((late.spreads[age] ?? 1) * missing) / maturity;
  const variance = drawn + ((start / maturity) * (late.errors[age] ?? 0)) ** 2;
  const size = (missing * missing) / (variance - missing);
  return {
    maturity,
    expected: observed / maturity,
    lower: observed + negativeBinomialQuantile(alpha / 2, missing, size),
    upper: observed + negativeBinomialQuantile(1 - alpha / 2, missing, size),
  };
}
