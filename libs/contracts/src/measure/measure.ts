import type { Label } from '../code-set.ts';
import type { Basis } from '../dimension.ts';
import { type MeasureClock, type ExposureId, type SpanId, type SumId, sums } from './sums.ts';

interface Described {
  /** Which way is bad news. */
  readonly worse: 'more' | 'less' | 'neither';
  readonly unit: Label;
  readonly label: Label;
  /** 口径: what exactly is counted over what, by which day; for people. */
  readonly definition: Label;
  /** Counted on this basis whatever the filter says: the published rates know only what the regulator forwarded. */
  readonly basis?: Basis;
}

/** Adds up over time and over every dimension. `scale` turns the stored unit into the shown one. */
export interface SumMeasure extends Described {
  readonly kind: 'sum';
  readonly numerator: SumId;
  readonly scale?: number;
}

/** Two sums divided, times `scale`; never adds up: parts are joined by adding both sums. Null where nothing is below. */
export interface RatioMeasure extends Described {
  readonly kind: 'ratio';
  readonly numerator: SumId;
  readonly denominator: SumId;
  readonly scale: number;
}

/** A sum over the exposure of the same days, times `scale`; only months whose exposure is known count, in both. */
export interface RateMeasure extends Described {
  readonly kind: 'rate';
  readonly numerator: SumId;
  readonly denominator: ExposureId;
  readonly scale: number;
}

/**
 * The smallest number of whole days within which at least this share of the cases was done (nearest rank, Hyndman &
 * Fan 1996, definition 1). Never adds up; null where there is no case.
 */
export interface QuantileMeasure extends Described {
  readonly kind: 'quantile';
  readonly span: SpanId;
  readonly share: number;
}

/** Works that the reference table `work` counts. */
export type WorkId =
  | 'review'
  | 'education'
  | 'training'
  | 'elderly'
  | 'mediation'
  | 'opinion'
  | 'drill'
  | 'self-inspection'
  | 'reception-day';

/**
 * Added up from the reference table `work`, each row whole on the last day of its period. Null where nothing is entered. A
 * row of the whole company stands for those of its branches, so parts need not add up to the whole.
 */
export interface WorksMeasure extends Described {
  readonly kind: 'works';
  readonly work: WorkId;
  /** Metrics are free text: those with 人 in their name count people, those with 率 or % are rates, all others count times. */
  readonly counts: 'times' | 'people';
}

/** A figure that pages, rules, reports and the API may ask for. */
export type Measure = SumMeasure | RatioMeasure | RateMeasure | QuantileMeasure | WorksMeasure;

/** The day by which a measure is told; both parts of a ratio have the same. */
export function clockOf(measure: Measure): MeasureClock {
  if (measure.kind === 'works') return 'period';
  if (measure.kind === 'quantile') return measure.span === 'handling' ? 'closed' : 'received';
  return sums[measure.numerator];
}

/** Whether parts add up to the whole, over time and over organisations; otherwise their sums must be joined first. */
export const isAdditive = (measure: Measure): measure is SumMeasure => measure.kind === 'sum';
