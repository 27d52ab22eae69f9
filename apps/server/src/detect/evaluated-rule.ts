import { type AnyRule, type CountId, type SeriesRule, isCount } from '@tocsin/contracts';
import { type DetectorName, findDetector } from '@tocsin/detection';

/** A series rule of a kind that is judged here. */
export interface EvaluatedRule extends SeriesRule {
  readonly measure: CountId;
  readonly detector: Extract<SeriesRule['detector'], { name: DetectorName }>;
}

/** Whether a rule's series are judged: numbers of cases, by a detector that is known. */
export const isEvaluated = (rule: AnyRule): rule is EvaluatedRule =>
  rule.kind === 'series' && isCount(rule.measure) && findDetector(rule.detector.name) !== undefined;
