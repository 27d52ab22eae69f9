import { z } from 'zod';
import { type FarringtonOptions, farringtonDefaultsInR } from '@tocsin/detection';

/** R writes what was not given as null, and a vector of one as a number. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

/** What `control` may say to R's `farringtonFlexible` and `algo.farrington`, under R's names. */
const FarringtonControl = z.looseObject({
  b: optional(z.number().int().positive()),
  w: optional(z.number().int().min(0)),
  reweight: optional(z.boolean()),
  weightsThreshold: optional(z.number()),
  alpha: optional(z.number().gt(0).lt(1)),
  trend: optional(z.boolean()),
  pThresholdTrend: optional(z.number()),
  limit54: optional(z.tuple([z.number(), z.number()])),
  powertrans: optional(z.enum(['2/3', '1/2', 'none'])),
  populationOffset: optional(z.boolean()),
  noPeriods: optional(z.number().int().positive()),
  pastWeeksNotIncluded: optional(z.number().int().min(0)),
  thresholdMethod: optional(z.enum(['delta', 'nbPlugin', 'muan', 'Noufaily'])),
});

/** Our options for R's, with R's defaults; `hasOffset` says whether the population is to be the exposure. */
export function farringtonControl(
  control: object,
  version: keyof typeof farringtonDefaultsInR,
  perYear: number,
): FarringtonOptions & { readonly hasOffset: boolean } {
  const given = FarringtonControl.parse(control);
  const defaults: FarringtonOptions = farringtonDefaultsInR[version];
  const years = given.b ?? 5;
  const halfWindow = given.w ?? 3;
  const { thresholdMethod } = given;
  return {
    perYear,
    years,
    fewestYears: years,
    halfWindow,
    seasons: given.noPeriods ?? 1,
    harmonics: 0,
    guard: given.pastWeeksNotIncluded ?? (version === 'flexible' ? halfWindow : 0),
    reweight: given.reweight ?? true,
    reweightFrom: given.weightsThreshold ?? defaults.reweightFrom,
    alpha: given.alpha ?? 0.05,
    trend: given.trend ?? true,
    trendAlpha: given.pThresholdTrend ?? 0.05,
    beyond: 'dropped',
    fewest: { cases: given.limit54?.[0] ?? 5, periods: given.limit54?.[1] ?? 4 },
    method: thresholdMethod === 'Noufaily' ? 'muan' : (thresholdMethod ?? 'delta'),
    power: given.powertrans ?? '2/3',
    compat: defaults.compat,
    hasOffset: given.populationOffset ?? false,
  };
}

/** What `control` may say to R's `algo.cusum`. */
export const CusumControl = z.looseObject({
  k: optional(z.number()),
  h: optional(z.number()),
  m: optional(z.union([z.number(), z.literal('glm'), z.array(z.number())])),
  trans: optional(z.enum(['standard', 'rossi', 'anscombe', 'anscombe2nd', 'pearsonNegBin', 'anscombeNegBin', 'none'])),
  alpha: optional(z.number()),
});

/** What `control` may say to R's `algo.glrnb`. */
export const GlrControl = z.looseObject({
  'c.ARL': optional(z.number()),
  alpha: optional(z.number().min(0)),
  theta: optional(z.number()),
  ret: optional(z.enum(['value', 'cases'])),
  dir: optional(z.enum(['inc', 'dec'])),
  change: optional(z.literal('intercept', 'Only a change of the intercept is known here.')),
  Mtilde: optional(z.number().int()),
  M: optional(z.number().int()),
  mu0: optional(
    z.union([z.array(z.number()), z.looseObject({ S: optional(z.number()), trend: optional(z.boolean()) })]),
  ),
});
