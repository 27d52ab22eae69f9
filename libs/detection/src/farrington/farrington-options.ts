/** How an upper bound follows from the fitted mean; see `farringtonBound`. */
export const thresholdMethods = ['predNB', 'nbPlugin', 'muan', 'delta'] as const;
export type ThresholdMethod = (typeof thresholdMethods)[number];

/** The power at which counts look symmetric: ⅔ for most, ½ for Poisson, none. */
export type PowerTransform = '2/3' | '1/2' | 'none';

export interface FarringtonOptions {
  /** Buckets in a year: 52, 12, 365. */
  readonly perYear: number;
  /** Years to look back; fewer where the series is shorter, but at least `fewestYears`. */
  readonly years: number;
  readonly fewestYears: number;
  /** Buckets on either side of the same time in a past year that are compared with this one. */
  readonly halfWindow: number;
  /** Levels of the season: the windows are one, the time between them is cut into the others. 1 uses the windows alone. */
  readonly seasons: number;
  /** Waves of the year that take the place of the levels: smoother, and six numbers to learn instead of eleven. 0: levels. */
  readonly harmonics: number;
  /** Buckets just before the tested one that are left out, so that an outbreak does not hide in its own baseline. */
  readonly guard: number;
  /** Whether past excesses are weighted down, and from which residual on. */
  readonly reweight: boolean;
  readonly reweightFrom: number;
  /** One-sided chance of an alarm when nothing changed. */
  readonly alpha: number;
  /** Whether a trend is considered; kept where its own p-value is below `trendAlpha` (1: always). */
  readonly trend: boolean;
  readonly trendAlpha: number;
  /** What happens to a trend that leads beyond every count of the past: left out as in the papers, or held there. */
  readonly beyond: 'dropped' | 'capped';
  /** No alarm while the last `periods` buckets hold fewer than `cases`. */
  readonly fewest: { readonly cases: number; readonly periods: number };
  readonly method: ThresholdMethod;
  readonly power: PowerTransform;
  /**
   * `r-surveillance` repeats what R's `farringtonFlexible` does where that differs from what was published; `published`
   * only goes the same way to the last step, as its `algo.farrington` does.
   */
  readonly compat?: 'r-surveillance' | 'published' | undefined;
}

const weekly = {
  perYear: 52,
  years: 5,
  fewestYears: 3,
  halfWindow: 3,
  seasons: 10,
  harmonics: 2,
  guard: 26,
  reweight: true,
  reweightFrom: 2.2,
  alpha: 0.005,
  trend: true,
  trendAlpha: 1,
  beyond: 'capped',
  fewest: { cases: 5, periods: 4 },
  method: 'predNB',
  power: '2/3',
} as const satisfies FarringtonOptions;

/** The defaults of the product, by grain. */
export const farringtonDefaults = {
  week: weekly,
  month: { ...weekly, perYear: 12, halfWindow: 1, seasons: 1, harmonics: 0, guard: 1, reweightFrom: 2.58 },
} as const satisfies Record<string, FarringtonOptions>;

/** Those of R's `farringtonFlexible` and `algo.farrington`. */
export const farringtonDefaultsInR = {
  flexible: {
    ...weekly,
    fewestYears: 5,
    seasons: 1,
    harmonics: 0,
    guard: 3,
    reweightFrom: 2.58,
    alpha: 0.05,
    trendAlpha: 0.05,
    beyond: 'dropped',
    method: 'delta',
    compat: 'r-surveillance',
  },
  '1996': {
    ...weekly,
    years: 3,
    fewestYears: 3,
    seasons: 1,
    harmonics: 0,
    guard: 0,
    alpha: 0.01,
    trendAlpha: 0.05,
    reweightFrom: 1,
    beyond: 'dropped',
    method: 'delta',
    compat: 'published',
  },
} as const satisfies Record<string, FarringtonOptions>;
