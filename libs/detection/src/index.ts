export { type Baseline, type Point, isUsable, markRecovery } from './point.ts';
export { type EarsOptions, earsC3Defaults, earsDefaults, earsDefaultsInR } from './ears-options.ts';
export { earsC1 } from './ears-c1.ts';
export { earsC2 } from './ears-c2.ts';
export { earsC3 } from './ears-c3.ts';
export {
  type FarringtonOptions,
  type PowerTransform,
  type ThresholdMethod,
  farringtonDefaults,
  farringtonDefaultsInR,
  thresholdMethods,
} from './farrington/farrington-options.ts';
export { type CountBound, farringtonBound } from './farrington/farrington-bound.ts';
export type { FarringtonFit } from './farrington/farrington-fit.ts';
export { type CountSeries, type FrameAt, farringtonAt, framesByIndex } from './farrington/farrington-series.ts';
export { framesByDate } from './farrington/frames-by-date.ts';
export { farringtonFlexible } from './farrington/farrington-flexible.ts';
export { farrington1996, farrington1996Verdicts } from './farrington/farrington-1996.ts';
export { type ChartPoint, lrCusum } from './cusum/lr-cusum.ts';
export { type GlrCusumOptions, glrCusum, glrCusumDefaults } from './cusum/glr-cusum.ts';
export { type GeneralisedCusumOptions, generalisedCusum } from './cusum/generalised-cusum.ts';
export { type PlainCusumOptions, plainCusum } from './cusum/plain-cusum.ts';
export { type Transformation, transformations } from './cusum/standardise.ts';
export { seasonalMeans } from './cusum/seasonal-means.ts';
export { type DailyContext, type DailyOptions, dailyDefaults, dailyRegression } from './daily/daily-regression.ts';
export { type DailyDesign, dailyDesign } from './daily/daily-design.ts';
export type { KeptBaselines, LearnedFrom, WeekBaseline } from './daily/week-baseline.ts';
export { DailyExpectation, type Expectation, type ExpectationOptions } from './daily/daily-expectation.ts';
export { type YearEnd, yearEnd } from './daily/year-end.ts';
export { calibratedLimit, cusumRunLength, sharedLimit } from './cusum/calibrate-limit.ts';
export { type SlowDriftOptions, slowDrift, slowDriftDefaults } from './cusum/slow-drift.ts';
export { type RareOptions, rareDefaults, rareEvents } from './rare-events.ts';
export {
  type HierarchyNode,
  type Rejection,
  expectedFalseAlarms,
  hierarchicalRejections,
} from './hierarchical-control.ts';
export { threshold } from './threshold.ts';
export { type AboveExpectedOptions, aboveExpected } from './above-expected.ts';
export { type ChangeOptions, change } from './change.ts';
export { eventNames } from './event-names.ts';
export { comparedWith } from './rates/compared-with.ts';
export type { RateEvent, RatePoint } from './rates/rate-point.ts';
export { aboveMedian, rateChange, rateThreshold } from './rates/rate-verdicts.ts';
export { chanceOfSoMany } from './chance-of-so-many.ts';
export type { DetectorEntry } from './detector-entry.ts';
export type { DetectorWords } from './detector-words.ts';
export { type DetectorName, detectors, findDetector, takesExposure } from './detectors.ts';
export { type Gap, type GapOptions, activityOf, findGaps } from './find-gaps.ts';
export { underLift } from './under-lift.ts';
export { howRare, rarityOf } from './how-rare.ts';
export { bucketName, roundExpected, verdictSentence } from './verdict-sentence.ts';
export { type Zones, zonesOf } from './scan/zones.ts';
export { type Distance, circularZones, earthDistance, neighbourhoods, planeDistance } from './scan/circular-zones.ts';
export { treeZones } from './scan/tree-zones.ts';
export { withinShare } from './scan/within-share.ts';
export { type ScanModel, binomialModel, expectationModel, poissonModel } from './scan/scan-model.ts';
export { type MapScanner, type Peak, ZoneScanner } from './scan/zone-scanner.ts';
export {
  type Cluster,
  type KulldorffOptions,
  type ScanResult,
  kulldorff,
  kulldorffDefaults,
} from './scan/kulldorff.ts';
export { gumbelP, monteCarloP, monteCarloRank, quantile, recurrenceInterval } from './scan/ranking.ts';
export { type Stratum, indirectStandardisation } from './scan/indirect-standardisation.ts';
export { SubsetScanner } from './scan/subset-scanner.ts';
export {
  type SpaceTimeCluster,
  type SpaceTimeOptions,
  type SpaceTimeResult,
  SpaceTimeSearch,
  type Territory,
  spaceTimeDefaults,
  inProportion,
  spaceTimeScan,
} from './scan/space-time-scan.ts';
export { mappedRegions, regionDistance, regionNeighbours, regionZones } from './scan/chinese-regions.ts';
export {
  type DelayCount,
  type LateReporting,
  type LateReportingOptions,
  lateReporting,
  lateReportingDefaults,
  maturityAt,
} from './late/late-reporting.ts';
export { type Nowcast, nowcast } from './late/nowcast.ts';
export { joined } from './judge.ts';
