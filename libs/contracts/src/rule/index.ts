export { Level, levels } from './level.ts';
export { ActiveHours, Hysteresis, LevelLimits, type RuleGrain, ruleFields, ruleGrains } from './rule-fields.ts';
export { AboveExpectedDetector, ChangeDetector, PeerMedianDetector, ThresholdDetector } from './plain-detectors.ts';
export { EarsC1Detector, EarsC2Detector, EarsC3Detector } from './ears-detectors.ts';
export { DailyRegressionDetector, Farrington1996Detector, FarringtonFlexibleDetector } from './seasonal-detectors.ts';
export { GlrCusumDetector, RareEventsDetector, SlowDriftDetector } from './creeping-detectors.ts';
export { Detector, type RuleDetectorName, detectorGrains, rateDetectors } from './detector.ts';
export {
  type LeadingId,
  type LeadingMeasure,
  type RateId,
  type RuleMeasure,
  exposureDimensions,
  exposureNeutral,
  isCount,
  isRate,
  leadingDimensions,
  leadingIds,
  leadingMeasures,
  leadingOf,
  ruleMeasures,
} from './rule-measure.ts';
export { SeriesDraft, SeriesRule, type SeriesRuleInput } from './series-rule.ts';
export { ScanRule } from './scan-rule.ts';
export {
  DueInTrigger,
  JointPeopleTrigger,
  MediaTrigger,
  RepeatedSubjectTrigger,
  SamePlaceTrigger,
  Trigger,
} from './trigger.ts';
export { TriggerRule, type TriggerRuleInput } from './trigger-rule.ts';
export { FeedRule } from './feed-rule.ts';
export { AnyRule, RuleDraft, type RuleDraftInput, type RuleKind } from './any-rule.ts';
