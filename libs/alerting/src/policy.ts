/** How warnings behave; everything that a company may want otherwise. */
export interface AlertPolicy {
  readonly levels: LevelPolicy;
  /** Calm periods running after which a warning goes down by one level. */
  readonly calmPeriods: { readonly day: number; readonly week: number };
  /** A period is calm below this share of its upper bound. */
  readonly calmShare: number;
  /** Periods after the end of a warning within which a new excess reopens it instead of opening another. */
  readonly coolDownPeriods: { readonly day: number; readonly week: number };
}

/** When an excess has which level. p is the chance of one series, q that of its whole family of series. */
export interface LevelPolicy {
  readonly blueBelowP: number;
  readonly yellowBelowQ: number;
  readonly orangeBelowQ: number;
  readonly redBelowQ: number;
  /** Red besides needs observed ÷ expected of at least this … */
  readonly redFromRatio: number;
  /** … and this many cases above expectation. */
  readonly redFromExcess: number;
  /**
   * A family counts as at least so many series. Without it the only series of a rule would have q = p, and every blue
   * would at once be orange.
   */
  readonly smallestFamily: number;
}

export const defaultPolicy: AlertPolicy = {
  levels: {
    blueBelowP: 0.01,
    yellowBelowQ: 0.05,
    orangeBelowQ: 0.01,
    redBelowQ: 0.001,
    redFromRatio: 2,
    redFromExcess: 5,
    smallestFamily: 20,
  },
  calmPeriods: { day: 3, week: 2 },
  calmShare: 0.8,
  coolDownPeriods: { day: 14, week: 4 },
};
