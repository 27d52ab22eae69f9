import { type Design, LogLinear, designOf, negativeBinomialRegression } from '@tocsin/stats';

export interface SeasonalModel {
  readonly perYear: number;
  readonly harmonics: number;
  readonly trend: boolean;
}

/** Intercept, trend and harmonics of the year for buckets 1, 2, …; the trend is in years. */
function seasonalDesign(count: number, { perYear, harmonics, trend }: SeasonalModel): Design {
  const rows = Array.from({ length: count }, (_, i) => {
    const time = (i + 1) / perYear;
    const waves = Array.from({ length: harmonics }, (_unused, wave) => 2 * Math.PI * (wave + 1) * time);
    const dense = [1, ...(trend ? [time] : []), ...waves.flatMap((angle) => [Math.sin(angle), Math.cos(angle)])];
    return dense.map((value, column) => [column, value] as const);
  });
  return designOf(rows, 1 + Number(trend) + 2 * harmonics);
}

/** Expected counts, and how much more than Poisson they vary (0: not at all). */
export interface SeasonalMeans {
  /** One for each bucket, those of the training as well. */
  readonly means: number[];
  readonly extra: number;
}

/**
 * Means of a series from a seasonal regression on its first `trained` buckets.
 *
 * Shape   `family` says whether the counts are Poisson or negative binomial with an estimated size; a bucket without data
 *         is left out.
 */
export function seasonalMeans(
  counts: readonly (number | null)[],
  trained: number,
  model: SeasonalModel & { readonly family: 'poisson' | 'negative-binomial' },
): SeasonalMeans {
  const design = seasonalDesign(counts.length, model);
  const known = counts.map((count) => count ?? 0);
  const weights = Float64Array.from(counts, (count, i) => (i < trained && count !== null ? 1 : 0));
  if (model.family === 'poisson') {
    const { fitted } = new LogLinear(design.rows, design.columns).fit(design, known, { weights });
    return { means: [...fitted], extra: 0 };
  }
  const { model: fit, size } = negativeBinomialRegression(design, known, { weights });
  return { means: [...fit.fitted], extra: 1 / size };
}
