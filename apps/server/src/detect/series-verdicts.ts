import { daysBetween } from '@tocsin/calendar';
import type { IsoDay, Verdict } from '@tocsin/contracts';
import { type DailyDesign, type KeptBaselines, type Point, dailyDesign, detectors, underLift } from '@tocsin/detection';
import { normalQuantile } from '@tocsin/stats';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import { type RuleFamily, reachOf } from './rule-signals.ts';
import { verdictsWithReasons } from './said-of-baseline.ts';

/** The verdicts of one series, from the first bucket that is to be judged on; fits are taken from what is kept. */
export type JudgeSeries = (points: readonly Point[], baselines?: KeptBaselines) => readonly Verdict[];

/** Whether a rule judges days by the fit of their week. */
export const fitsWeeks = ({ detector, grain }: Rule): boolean =>
  grain === 'day' && (detector.name === 'daily-regression' || detector.name === 'above-expected');

/** Judges any series of a rule by its detector: what all of them have in common is worked out once. */
export function judgedSeries(rule: Rule, family: RuleFamily, from: IsoDay): JudgeSeries {
  const { detector } = rule;
  const entry = detectors[detector.name];
  const { whole, holidays = {} } = family;
  const first = whole.findIndex(({ at }) => at >= from);
  if (first < 0) return () => [];
  // Nearly all series begin on the same day, and what the calendar says about each day is the same for all of them.
  const designs = new Map<number, DailyDesign>();
  const designFrom = (start: number): DailyDesign => {
    const days = () => whole.slice(start).map(({ at }) => at);
    const made = designs.get(start) ?? dailyDesign(days(), holidays);
    designs.set(start, made);
    return made;
  };
  return (points, baselines) => {
    // Before its first data a series has no history, and nothing may be learned from the days that it did not have.
    const start = points.findIndex(({ count }) => count !== null);
    if (start < 0) return [];
    const context = {
      ...{ from: Math.max(0, first - start), calendar: holidays },
      ...(fitsWeeks(rule) ? { design: () => designFrom(start) } : {}),
      ...(baselines === undefined ? {} : { baselines }),
      ...(borrowsFrom(rule, family, points, from) ? { parent: whole.slice(start) } : {}),
    };
    const verdictsOf = (known: readonly Point[]) => entry.run(known, detector, context).filter(({ at }) => at >= from);
    return verdictsWithReasons(points.slice(start), rule, verdictsOf);
  };
}

/** Days of history, the guard and a running week included, from which on a series knows its holidays itself. */
const KNOWS_ITS_HOLIDAYS = 2 * 365 + 60;

/** Whether a series is too short to know its own holidays, so that they are those of the whole. */
export function borrowsFrom(rule: Rule, { whole }: RuleFamily, points: readonly Point[], from: IsoDay): boolean {
  if (!fitsWeeks(rule) || rule.split.length === 0 || points === whole) return false;
  const start = points.find(({ count }) => count !== null)?.at;
  return start !== undefined && daysBetween(start, from) < KNOWS_ITS_HOLIDAYS;
}

/** Expected of all others together; with less their own ups and downs would be taken for a lift. */
const FEWEST_OTHERS = 30;

/** Allows each excess of a split rule for what everything else in the same bucket did. */
export function liftOf(rule: Rule, whole: readonly Verdict[]): (verdict: Verdict) => Verdict {
  const { detector } = rule;
  if (rule.split.length === 0 || 'level' in detector) return (verdict) => verdict;
  const all = new Map(whole.map((verdict) => [verdict.at, verdict]));
  const used = 'baseline' in detector ? detector.baseline : reachOf(rule);
  // The score of EARS counts standard deviations, that of the regressions counts bounds.
  const isRegression = !detector.name.startsWith('ears-');
  const perScore = isRegression && 'alpha' in detector ? -normalQuantile(detector.alpha) : 1;
  return (verdict) => {
    const together = all.get(verdict.at);
    const others = (together?.expected ?? 0) - (verdict.expected ?? 0);
    if (others < FEWEST_OTHERS) return verdict;
    const lift = ((together?.observed ?? 0) - (verdict.observed ?? 0)) / others;
    return underLift(verdict, { lift, used, perScore });
  };
}
