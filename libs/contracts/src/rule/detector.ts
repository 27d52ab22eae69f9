import { z } from 'zod';
import { GlrCusumDetector, RareEventsDetector, SlowDriftDetector } from './creeping-detectors.ts';
import { EarsC1Detector, EarsC2Detector, EarsC3Detector } from './ears-detectors.ts';
import { AboveExpectedDetector, ChangeDetector, PeerMedianDetector, ThresholdDetector } from './plain-detectors.ts';
import type { RuleGrain } from './rule-fields.ts';
import { DailyRegressionDetector, Farrington1996Detector, FarringtonFlexibleDetector } from './seasonal-detectors.ts';

/** How a series is judged. */
export const Detector = z.discriminatedUnion('name', [
  ThresholdDetector,
  AboveExpectedDetector,
  ChangeDetector,
  PeerMedianDetector,
  EarsC1Detector,
  EarsC2Detector,
  EarsC3Detector,
  FarringtonFlexibleDetector,
  Farrington1996Detector,
  DailyRegressionDetector,
  SlowDriftDetector,
  GlrCusumDetector,
  RareEventsDetector,
]);
export type Detector = z.infer<typeof Detector>;
export type RuleDetectorName = Detector['name'];

/** The same as somebody writes it: a parameter that does not exist is refused. */
export const DetectorDraft = z.discriminatedUnion('name', [
  ThresholdDetector.strict(),
  AboveExpectedDetector.strict(),
  ChangeDetector.strict(),
  PeerMedianDetector.strict(),
  EarsC1Detector.strict(),
  EarsC2Detector.strict(),
  EarsC3Detector.strict(),
  FarringtonFlexibleDetector.strict(),
  Farrington1996Detector.strict(),
  DailyRegressionDetector.strict(),
  SlowDriftDetector.strict(),
  GlrCusumDetector.strict(),
  RareEventsDetector.strict(),
]);

/** Which buckets each can judge. */
export const detectorGrains: Readonly<Record<RuleDetectorName, readonly RuleGrain[]>> = {
  threshold: ['day', 'week', 'month', 'quarter'],
  'above-expected': ['day', 'week'],
  change: ['day', 'week', 'month', 'quarter'],
  'peer-median': ['quarter'],
  'ears-c1': ['day', 'week'],
  'ears-c2': ['day', 'week'],
  'ears-c3': ['day', 'week'],
  'farrington-flexible': ['week', 'month'],
  'farrington-1996': ['week', 'month'],
  'daily-regression': ['day'],
  'slow-drift': ['day', 'week', 'month'],
  'glr-cusum': ['day', 'week', 'month'],
  'rare-events': ['day', 'week'],
};

/** Those that can judge a rate; the others need whole numbers of cases. */
export const rateDetectors: readonly RuleDetectorName[] = ['threshold', 'change', 'peer-median'];
