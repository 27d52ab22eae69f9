import type { SeriesSignal } from './series-signal.ts';

/**
 * Whether a bucket is so far below its bound that the trouble may be over. Undefined where nothing can be said: no data,
 * too little history, or a bucket that still runs.
 *
 * Below `share` of the upper bound. Where the band is so narrow that this lies below expectation itself (a large series
 * with little spread would never get there), below the middle between expectation and bound.
 */
export function isCalm(signal: SeriesSignal, share: number): boolean | undefined {
  const { observed, expected, upper, verdict } = signal;
  if (verdict === 'excess') return false;
  if (verdict !== 'normal' || observed === null || upper === null) return undefined;
  const middle = expected === null || signal.pValue === null ? -Infinity : (expected + upper) / 2;
  return observed < Math.max(share * upper, middle);
}
