/** Options of the EARS detectors. */
export interface EarsOptions {
  /** Buckets in the baseline. R's default is 7; 28 knows four of each weekday. */
  readonly baseline?: number;
  /** One-sided chance of an alarm under a normal distribution, which counts are not: see `chanceOfSoMany`. */
  readonly alpha?: number;
  /** Floor of the standard deviation, in cases, so that a silent series does not shout at its first case. */
  readonly minSigma?: number;
}

/** Ours: C1 and C2 with alpha .001, C3 with .025. */
export const earsDefaults = { baseline: 28, alpha: 0.001, minSigma: 0.5 } as const;
export const earsC3Defaults = { ...earsDefaults, alpha: 0.025 } as const;

/** Those of R's `surveillance::earsC`, to reproduce its figures. */
export const earsDefaultsInR = {
  C1: { baseline: 7, alpha: 0.001, minSigma: 0 },
  C2: { baseline: 7, alpha: 0.001, minSigma: 0 },
  C3: { baseline: 7, alpha: 0.025, minSigma: 0 },
} as const;

/** Buckets between the baseline of C2 and C3 and the bucket tested: a slow start shall not hide in its own baseline. */
export const GUARD = 2;
