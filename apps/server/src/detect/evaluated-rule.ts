import {
  type AnyRule,
  type CountId,
  type LeadingMeasure,
  type SeriesRule,
  isCount,
  leadingOf,
} from '@tocsin/contracts';
import { type DetectorName, findDetector } from '@tocsin/detection';

/** A series rule of a kind that is judged here. */
export interface EvaluatedRule extends SeriesRule {
  readonly measure: CountId | LeadingMeasure;
  readonly detector: Extract<SeriesRule['detector'], { name: DetectorName }>;
}

/** One that watches complaints. */
export type CaseRule = EvaluatedRule & { readonly measure: CountId };

/** Whether a rule's series are judged: numbers of cases and leading counts, by a detector that is known. */
export const isEvaluated = (rule: AnyRule): rule is EvaluatedRule =>
  rule.kind === 'series' &&
  (isCount(rule.measure) || leadingOf(rule.measure) !== undefined) &&
  findDetector(rule.detector.name) !== undefined;

export const isAboutCases = (rule: EvaluatedRule): rule is CaseRule => isCount(rule.measure);
