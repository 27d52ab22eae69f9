/**
 * What makes a zone stand out: its log-likelihood ratio against "everywhere alike".
 *
 * `denominator` is the measure that cases are held against, summed over the zone: expected cases or people.
 */
export interface ScanModel {
  /** Cases to be expected in a zone of this denominator. */
  readonly expected: (denominator: number) => number;
  /** The score of more cases than expected; 0 or more. */
  readonly score: (cases: number, denominator: number) => number;
  /**
   * A number w with score ≤ w·(cases − expected)²: scoring only what could beat the best so far saves nearly all
   * logarithms. Of each term, (1+x)·ln(1+x) − x is at most x²/2 for more than expected and x² for less. 0: a zone of
   * this size cannot stand out.
   */
  readonly weight: (denominator: number) => number;
}

const xLogRatio = (x: number, y: number) => (x > 0 ? x * Math.log(x / y) : 0);

/**
 * Kulldorff's Poisson model, given the total: c·ln(c/e) + (C−c)·ln((C−c)/(C−e)), with expectations scaled to sum to C.
 *
 * Source  Kulldorff (1997), Commun. Statist. Theory Meth. 26, 1481–1496.
 */
export function poissonModel(totalCases: number, totalDenominator: number): ScanModel {
  const expected = (denominator: number) => (totalCases * denominator) / totalDenominator;
  return {
    expected,
    score: (cases, denominator) => {
      const e = expected(denominator);
      return xLogRatio(cases, e) + xLogRatio(totalCases - cases, totalCases - e);
    },
    weight: (denominator) => {
      const e = expected(denominator);
      return e > 0 && denominator < totalDenominator ? 1 / (2 * e) + 1 / (totalCases - e) : 0;
    },
  };
}

/**
 * Kulldorff's Bernoulli model, given the total: each of N people is a case or not. The ratio of two binomial likelihoods,
 * a rate of its own inside and outside against one rate everywhere. Near the Poisson model where cases are rare.
 *
 * Edge    more cases than people have no likelihood: throws RangeError.
 * Source  Kulldorff & Nagarwalla (1995), Statistics in Medicine 14, 799–810.
 */
export function binomialModel(totalCases: number, totalPeople: number): ScanModel {
  if (totalCases > totalPeople)
    throw new RangeError(`binomialModel: ${totalCases} cases among ${totalPeople} people. Use the Poisson model.`);
  const rate = totalCases / totalPeople;
  const part = (cases: number, people: number) =>
    xLogRatio(cases, people * rate) + xLogRatio(people - cases, people * (1 - rate));
  return {
    expected: (people) => people * rate,
    score: (cases, people) =>
      cases > people ? 0 : part(cases, people) + part(totalCases - cases, totalPeople - people),
    weight: (people) => {
      if (!(people > 0 && people < totalPeople && rate < 1)) return 0;
      const outside = totalPeople - people;
      const ofCases = 1 / (2 * people * rate) + 1 / (outside * rate);
      return ofCases + (1 / people + 1 / (2 * outside)) / (1 - rate);
    },
  };
}

/**
 * Expectation-based Poisson: c·ln(c/b) + b − c against a baseline that history gives, whatever happens elsewhere.
 *
 * Source  Neill (2009), Int. J. Forecasting 25, 498–517.
 */
export const expectationModel: ScanModel = {
  expected: (baseline) => baseline,
  score: (cases, baseline) => xLogRatio(cases, baseline) + baseline - cases,
  weight: (baseline) => (baseline > 0 ? 1 / (2 * baseline) : 0),
};
