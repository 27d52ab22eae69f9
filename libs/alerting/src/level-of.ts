import { type Level, type LevelLimits, levels } from '@tocsin/contracts';

/** The figures of one bucket in excess, for its level. */
export interface Excess {
  readonly observed: number;
  readonly expected: number;
  /** Chance of so many or more in this series. */
  readonly p: number;
  /** The same, corrected for all the series that were looked at together. */
  readonly q: number;
}

/**
 * The level of one bucket in excess by itself; undefined when it is too ordinary for any.
 *
 * Blue p < .01 · yellow q < .05 · orange q < .01 · red q < .001 with at least twice the expectation and five cases above it
 * (two yellows running make an orange: see `decide`). Yellow and above are blue as well: q is never below p.
 */
export function levelOf({ observed, expected, p, q }: Excess, policy: LevelLimits): Level | undefined {
  if (p >= policy.blueBelowP) return undefined;
  const isLarge = observed >= policy.redFromRatio * expected && observed - expected >= policy.redFromExcess;
  if (q < policy.redBelowQ && isLarge) return 'red';
  if (q < policy.orangeBelowQ) return 'orange';
  if (q < policy.yellowBelowQ) return 'yellow';
  return 'blue';
}

/** Rising order: negative when `left` is the lower level, 0 when they are the same. */
export function compareLevels(left: Level, right: Level): number {
  return levels.indexOf(left) - levels.indexOf(right);
}

/** One level down; undefined below blue. */
export function lowerLevel(level: Level): Level | undefined {
  return levels[levels.indexOf(level) - 1];
}
