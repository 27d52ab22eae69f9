import type { AnyRule, Detector } from '@tocsin/contracts';
import { policyOf } from '@tocsin/alerting';
import { expectedFalseAlarms } from '@tocsin/detection';
import { alphaOf, daysBetweenScans } from '../detect/scans/bucket-signals.ts';

const PER_WEEK = { day: 7, week: 1, month: 84 / 365.25, quarter: 28 / 365.25 } as const;

/**
 * Warnings a week that a rule would give by chance alone, were nothing ever the matter: the most to expect, for what the
 * correction for many series takes away is not counted. Of a scan it is one chance for all places and windows together. Null
 * where nothing is known: orders have no chance, and a rule that has not run yet has no series.
 */
export function falseAlarmsPerWeek(rule: AnyRule, series: number | undefined): number | null {
  if (!rule.enabled) return 0;
  if (rule.kind === 'scan') return rounded((7 * alphaOf(rule)) / daysBetweenScans[rule.grain]);
  if (rule.kind !== 'series' || series === undefined) return null;
  const chance = chanceOf(rule.detector);
  if (chance === null) return null;
  // An excess that is too ordinary for any level is no warning.
  const { blueBelowP } = policyOf(rule).levels;
  return rounded(expectedFalseAlarms(series, Math.min(chance, blueBelowP), PER_WEEK[rule.grain]));
}

/** Of an alarm in one bucket of one series; null for an order. */
function chanceOf(detector: Detector): number | null {
  if ('alpha' in detector) return detector.alpha;
  return detector.name === 'slow-drift' ? 1 / detector.runLength : null;
}

const rounded = (value: number) => Number(value.toPrecision(3));
