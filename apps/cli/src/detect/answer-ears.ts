import { mean, sampleStandardDeviation } from '@tocsin/stats';
import { runDetector } from './run-detector.ts';
import type { Run, SeriesFile } from './series-file.ts';

/** R's `earsC`. */
export function answerEars(file: SeriesFile, run: Run) {
  const { upperbound, alarm } = runDetector(file, run, undefined, {});
  const { method, baseline, minSigma } = run.control;
  const isOpen = (i: number) =>
    method === 'C3' && !((minSigma ?? 0) > 0) && isUndefinedInR(file, run.range1based[0] - 1 + i, baseline ?? 7);
  return {
    upperbound: upperbound.map((upper, i) => (isOpen(i) ? null : upper)),
    alarm: alarm.map((one, i) => (isOpen(i) ? null : (one ?? 0))),
  };
}

/** Where R divides 0 by 0, or multiplies 0 by ∞: baselines without any spread, and no floor for it. */
function isUndefinedInR({ observed }: SeriesFile, index: number, baseline: number): boolean {
  const standardised = (at: number) => {
    const window = observed.slice(at - 2 - baseline, at - 2).map((count) => count ?? 0);
    const sd = sampleStandardDeviation(window);
    return { sd, score: ((observed[at] ?? 0) - mean(window)) / sd };
  };
  const before = [standardised(index - 1).score, standardised(index - 2).score];
  return before.some(Number.isNaN) || (before.includes(Infinity) && standardised(index).sd === 0);
}
