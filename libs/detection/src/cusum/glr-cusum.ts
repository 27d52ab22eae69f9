import type { Verdict } from '@tocsin/contracts';
import { judge, tooLittleHistory } from '../judge.ts';
import { type Point, isUsable } from '../point.ts';
import { generalisedCusum } from './generalised-cusum.ts';
import { usualOf } from './usual-level.ts';

export interface GlrCusumOptions {
  /** Buckets at the beginning of the series that say what is usual. */
  readonly trained: number;
  /** What the statistic must reach. */
  readonly limit: number;
  /** A change is thought to be at most so many buckets old. */
  readonly oldest: number;
}

export const glrCusumDefaults: GlrCusumOptions = { trained: 104, limit: 5, oldest: 26 };

/**
 * A rise of any size that began at any time: the generalised likelihood-ratio CUSUM around the level of the first `trained`
 * buckets.
 *
 * Shape   one verdict per point; the first `trained` buckets are what is usual, and are not judged. A bucket without data, a
 *         known event and a recovery are passed over.
 * Upper   the largest count that would not have alarmed, worked out from index `from` on. Score: the statistic ÷ its limit.
 *         Chance: none, the alarm does not rest on this bucket alone.
 * Source  Höhle & Paul (2008), Computational Statistics & Data Analysis 52, 4357–4368.
 */
export function glrCusum(series: readonly Point[], given: Partial<GlrCusumOptions> = {}, from = 0): Verdict[] {
  const { trained, limit, oldest } = { ...glrCusumDefaults, ...given };
  const usual = usualOf(series.slice(0, trained));
  if (series.length <= trained || usual === undefined) {
    return series.slice(from).map((point, i) => tooLittleHistory(point, Math.min(from + i, trained), trained));
  }
  const { mean, phi } = usual;
  const used = series.flatMap((point, index) => (index >= trained && isUsable(point) ? [index] : []));
  const { points, upperAt } = generalisedCusum(
    used.map((index) => series[index]?.count ?? 0),
    used.map(() => mean),
    { limit, oldest, youngest: 1, direction: 'inc', extra: phi > 1 ? (phi - 1) / mean : 0 },
  );
  const placeOf = new Map(used.map((index, place) => [index, place]));
  return series.slice(from).map((point, i) => {
    if (from + i < trained) return tooLittleHistory(point, from + i, trained);
    const place = placeOf.get(from + i);
    const count = point.count ?? 0;
    const { statistic, isAlarm } = points[place ?? -1] ?? { statistic: 0, isAlarm: false };
    const upper = place === undefined ? Math.max(mean, count) : upperAt(place) - 1;
    return judge(point, {
      expected: mean,
      upper: isAlarm ? Math.min(upper, count - 1) : Math.max(upper, count),
      chance: () => null,
      score: () => statistic / limit,
      leftOut: 0,
    });
  });
}
