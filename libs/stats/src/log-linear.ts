import { choleskyInPlace, invertFactor, solveInPlace } from './cholesky.ts';
import type { Design } from './design.ts';
import { crossProducts, linearPredictors, quadraticForm } from './design-products.ts';

const SETTLED = 1e-8;
const MOST_STEPS = 25;
/** The mean of a column that saw no case at all sinks to here and no further. */
const LEAST_MEAN = Number.EPSILON;

/** What a fit may know besides the counts. */
export interface FitOptions {
  /** Weight of each row; 0 leaves it out. Default: 1 each. */
  readonly weights?: Float64Array | undefined;
  /** What is added to the logarithm of each row's mean, such as the logarithm of its exposure. Default: 0 each. */
  readonly offset?: Float64Array | undefined;
  /** The size of a negative binomial variance μ + μ²/size; Infinity (the default) makes it μ. */
  readonly size?: number | undefined;
  /** Starts from the last fit instead of from the counts: for a fit that differs little. */
  readonly warm?: boolean;
}

/**
 * Regression of counts with a logarithmic link, by iteratively reweighted least squares.
 *
 * Shape   made for designs of up to `rows` × `columns`; `fit` may be called any number of times and allocates nothing,
 *         so that one object serves ten thousand series. Results are read from the fields until the next fit.
 * Start   μ = y + 0.1; stops when the deviance changes by less than 1e-8 of it (|ΔD| / (|D| + 0.1)), or after 25 steps.
 * Cost    rows × (entries of a row)² multiplications a step, and one exponential a row; 4–6 steps are usual.
 * Edge    a column without weight, or explained by others, has the coefficient 0 and is not part of `rank`.
 * Source  McCullagh & Nelder (1989), Generalized Linear Models, 2.5; start and stop as in R's `glm.fit`, so that the
 *         figures agree to the last step.
 */
export class LogLinear {
  readonly coefficients: Float64Array;
  /** Mean of each row. */
  readonly fitted: Float64Array;
  /** Weight of each row in the last step: prior weight × variance of the mean, with the means before that step. */
  readonly working: Float64Array;
  /** (XᵀWX)⁻¹ of the last step, row-major; times the dispersion it is the covariance of the coefficients. */
  readonly covariance: Float64Array;
  isConverged = false;
  /** Columns that have a coefficient. */
  rank = 0;
  /** Rows with a weight. */
  used = 0;
  deviance = 0;
  private readonly eta: Float64Array;
  /** y·log y of each count. */
  private readonly surprise: Float64Array;
  /** Weight × working response of each row. */
  private readonly wanted: Float64Array;
  private readonly factor: Float64Array;
  private readonly column: Float64Array;
  private design: Design | undefined;
  private counts: ArrayLike<number> = [];
  private options: FitOptions = {};

  constructor(rows: number, columns: number) {
    this.coefficients = new Float64Array(columns);
    this.fitted = new Float64Array(rows);
    this.working = new Float64Array(rows);
    this.covariance = new Float64Array(columns * columns);
    this.eta = new Float64Array(rows);
    this.wanted = new Float64Array(rows);
    this.surprise = new Float64Array(rows);
    this.factor = new Float64Array(columns * columns);
    this.column = new Float64Array(columns);
  }

  /** Fits `counts` (one per row) and answers itself. Throws RangeError for a design larger than it was made for. */
  fit(design: Design, counts: ArrayLike<number>, options: FitOptions = {}): this {
    if (design.rows > this.fitted.length || design.columns > this.coefficients.length) {
      throw new RangeError(`LogLinear: a design of ${design.rows} × ${design.columns} is larger than it was made for.`);
    }
    this.design = design;
    this.counts = counts;
    this.options = options;
    for (let i = 0; i < design.rows; i += 1) {
      const y = counts[i] ?? 0;
      this.surprise[i] = y === 0 ? 0 : y * Math.log(y);
    }
    if (options.warm !== true) this.start(design.rows);
    this.used = this.countUsed(design.rows);
    let last = this.devianceNow(design.rows);
    this.isConverged = false;
    for (let step = 0; step < MOST_STEPS && !this.isConverged; step += 1) {
      this.accumulate(design);
      this.rank = choleskyInPlace(this.factor, design.columns);
      solveInPlace(this.factor, design.columns, this.coefficients);
      this.move(design);
      this.deviance = this.devianceNow(design.rows);
      this.isConverged = Math.abs(this.deviance - last) / (Math.abs(this.deviance) + 0.1) < SETTLED;
      last = this.deviance;
    }
    invertFactor(this.factor, design.columns, this.covariance, this.column);
    return this;
  }

  /** Rows with a weight beyond what the coefficients use up. */
  get degreesOfFreedom(): number {
    return this.used - this.rank;
  }

  /** Pearson's X² of the last step ÷ degrees of freedom: how much more than Poisson the counts vary. */
  dispersion(): number {
    let sum = 0;
    const rows = this.design?.rows ?? 0;
    for (let i = 0; i < rows; i += 1) {
      const mu = this.fitted[i] ?? 0;
      const working = this.working[i] ?? 0;
      if (working > 0) sum += working * (((this.counts[i] ?? 0) - mu) / mu) ** 2;
    }
    return sum / this.degreesOfFreedom;
  }

  /** The leverage of row i: what share of its own fitted mean it determines. */
  leverage(i: number): number {
    return this.design === undefined ? 0 : (this.working[i] ?? 0) * this.variance(this.design, i);
  }

  /** xᵀ(XᵀWX)⁻¹x for row i of a design: times the dispersion, the variance of its linear predictor. */
  variance(design: Design, i: number): number {
    return quadraticForm(design, this.covariance, i);
  }

  /** Whether every column of row i has a coefficient, so that its mean can be told. */
  isEstimable({ starts, entries, columns }: Design, i: number): boolean {
    const end = starts[i + 1] ?? 0;
    for (let a = starts[i] ?? 0; a < end; a += 1) {
      const column = entries[a] ?? 0;
      if (this.factor[column * columns + column] === 0) return false;
    }
    return true;
  }

  private start(rows: number): void {
    for (let i = 0; i < rows; i += 1) {
      const mu = (this.counts[i] ?? 0) + 0.1;
      this.fitted[i] = mu;
      this.eta[i] = Math.log(mu);
    }
  }

  private countUsed(rows: number): number {
    const { weights } = this.options;
    if (weights === undefined) return rows;
    let used = 0;
    for (let i = 0; i < rows; i += 1) if ((weights[i] ?? 0) > 0) used += 1;
    return used;
  }

  /** XᵀWX and XᵀWz of the current means. */
  private accumulate(design: Design): void {
    const { working, wanted, fitted, eta, counts } = this;
    const { weights, offset, size = Infinity } = this.options;
    for (let i = 0; i < design.rows; i += 1) {
      const mu = fitted[i] ?? 0;
      const weight = ((weights === undefined ? 1 : (weights[i] ?? 0)) * mu) / (1 + mu / size);
      const shift = offset === undefined ? 0 : (offset[i] ?? 0);
      working[i] = weight;
      wanted[i] = weight * ((eta[i] ?? 0) - shift) + (weight / mu) * ((counts[i] ?? 0) - mu);
    }
    crossProducts(design, working, wanted, this.factor, this.coefficients);
  }

  /** The means that the new coefficients give. */
  private move(design: Design): void {
    const { eta, fitted } = this;
    const { offset } = this.options;
    linearPredictors(design, this.coefficients, eta);
    for (let i = 0; i < design.rows; i += 1) {
      if (offset !== undefined) eta[i] = (eta[i] ?? 0) + (offset[i] ?? 0);
      fitted[i] = Math.max(LEAST_MEAN, Math.exp(eta[i] ?? 0));
    }
  }

  private devianceNow(rows: number): number {
    const { counts, fitted, eta, surprise } = this;
    const { weights, size = Infinity } = this.options;
    let sum = 0;
    for (let i = 0; i < rows; i += 1) {
      const weight = weights === undefined ? 1 : (weights[i] ?? 0);
      if (weight === 0) continue;
      const y = counts[i] ?? 0;
      const mu = fitted[i] ?? 0;
      const self = (surprise[i] ?? 0) - y * (eta[i] ?? 0);
      sum += weight * (self - (size === Infinity ? y - mu : (y + size) * Math.log((y + size) / (mu + size))));
    }
    return 2 * sum;
  }
}
