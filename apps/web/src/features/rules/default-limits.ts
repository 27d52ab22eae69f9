import type { LevelLimits } from '@tocsin/contracts';

/** The product's own limits of the levels, as a start for whoever wants others. */
export const DEFAULT_LIMITS: LevelLimits = {
  ...{ blueBelowP: 0.01, yellowBelowQ: 0.05, orangeBelowQ: 0.01, redBelowQ: 0.001 },
  ...{ redFromRatio: 2, redFromExcess: 5, smallestFamily: 20 },
};
