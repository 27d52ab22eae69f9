import type { Verdict } from '@tocsin/contracts';
import { judge, tooLittleHistory } from '../judge.ts';
import { type Point, isUsable } from '../point.ts';
import { sharedLimit } from './calibrate-limit.ts';
import { lrCusum } from './lr-cusum.ts';
import { usualOf } from './usual-level.ts';

export interface SlowDriftOptions {
  /** Buckets at the beginning of the series that say what is usual. */
  readonly trained: number;
  /** The rise that is looked for: 1.5 is half as much again. */
  readonly rise: number;
  /** Buckets between false alarms, on average. */
  readonly runLength: number;
}

export const slowDriftDefaults: SlowDriftOptions = { trained: 104, rise: 1.5, runLength: 520 };

/**
 * Slow drift: has the level of a series risen little by little, so that no single bucket stands out?
 *
 * Shape   one verdict per point; the first `trained` buckets are what is usual, and are not judged.
 * Model   negative binomial likelihood-ratio CUSUM around their mean; its limit is calibrated for that mean and dispersion
 *         to one false alarm in `runLength` buckets. After an alarm it starts at 0 again. A bucket without data, a known
 *         event and a recovery leave the sum as it is.
 * Upper   the count that would just alarm, given the sum so far. Score: the sum ÷ its limit. Chance: none, the alarm does
 *         not rest on this bucket alone.
 * Source  Höhle & Paul (2008), Computational Statistics & Data Analysis 52, 4357–4368.
 */
export function slowDrift(series: readonly Point[], given: Partial<SlowDriftOptions> = {}): Verdict[] {
  const { trained, rise, runLength } = { ...slowDriftDefaults, ...given };
  const usual = usualOf(series.slice(0, trained));
  if (series.length <= trained || usual === undefined) {
    return series.map((point, i) => tooLittleHistory(point, Math.min(i, trained), trained));
  }
  const { mean, phi } = usual;
  const kappa = Math.log(rise);
  const limit = sharedLimit(mean, phi, kappa, runLength);
  const counts = series.map((point) => (isUsable(point) ? point.count : null)).slice(trained);
  const chart = lrCusum(
    counts,
    counts.map(() => mean),
    { kappa, limit, extra: phi > 1 ? (phi - 1) / mean : 0 },
  );
  return series.map((point, i) => {
    const at = chart[i - trained];
    if (at === undefined) return tooLittleHistory(point, i, trained);
    return judge(point, {
      expected: mean,
      upper: at.isAlarm ? Math.min(at.upper, (point.count ?? 0) - 1e-9) : Math.max(at.upper, point.count ?? 0),
      chance: () => null,
      score: () => at.statistic / limit,
      leftOut: 0,
    });
  });
}
