import {
  AboveExpectedDetector,
  ChangeDetector,
  DailyRegressionDetector,
  EarsC2Detector,
  Farrington1996Detector,
  FarringtonFlexibleDetector,
  GlrCusumDetector,
  RareEventsDetector,
  type RuleGrain,
  SlowDriftDetector,
  ThresholdDetector,
} from '@tocsin/contracts';
import { earsC3Defaults } from './ears-options.ts';
import type { Point } from './point.ts';

export const earsOptions = EarsC2Detector.omit({ name: true });
export const earsC3Options = earsOptions.extend({
  alpha: EarsC2Detector.shape.alpha.removeDefault().default(earsC3Defaults.alpha),
});
export const thresholdOptions = ThresholdDetector.pick({ atLeast: true });
export const farringtonOptions = FarringtonFlexibleDetector.omit({ name: true });
export const dailyOptions = DailyRegressionDetector.omit({ name: true });
export const driftOptions = SlowDriftDetector.omit({ name: true });
export const glrOptions = GlrCusumDetector.omit({ name: true });
export const rareOptions = RareEventsDetector.omit({ name: true });
export const aboveOptions = AboveExpectedDetector.pick({ factor: true, periods: true });
export const changeOptions = ChangeDetector.omit({ name: true, level: true });
export const farrington1996Options = Farrington1996Detector.omit({ name: true });

export const MONTH_OF_WEEKS = 4.35;
/** Buckets of a year, by grain. */
export const PER_YEAR = { day: 366, week: 53, month: 12, quarter: 4 } as const;
/** Buckets that a CUSUM may add up over, beside those that say what is usual. */
export const ADDED_UP = { day: 120, week: 52, month: 24, quarter: 8 } as const;

/** Gaps between rare cases reach further back than what is judged. */
export const GAPS = 60;

/** Weekly or monthly, by how far the buckets lie apart. */
export function isMonthly([first, second]: readonly Point[]): boolean {
  return first !== undefined && second !== undefined && first.at.slice(8) === '01' && second.at.slice(8) === '01';
}

/** A lunar year is at most a month longer than the other. */
export function changeReach(options: unknown, grain: RuleGrain): number {
  if (changeOptions.parse(options).against === 'previous') return 1;
  return { day: 400, week: 58, month: 12, quarter: 4 }[grain];
}
