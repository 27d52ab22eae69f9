import { benjaminiHochberg } from '@tocsin/stats';
import type { IsoDay, LevelLimits, Slice, Verdict } from '@tocsin/contracts';
import { levelOf } from '@tocsin/alerting';
import { type Point, detectors, underLift, verdictSentence } from '@tocsin/detection';
import type { Signal } from '@tocsin/warehouse';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';

/** The series of a rule that may matter, and all of its cases together. */
export interface RuleFamily {
  readonly series: readonly RuleSeries[];
  readonly whole: readonly Point[];
}

/** One series of a rule, ready to be judged. */
export interface RuleSeries {
  readonly key: string;
  readonly slice: Slice;
  readonly points: readonly Point[];
}

interface Judged {
  readonly series: RuleSeries;
  readonly verdict: Verdict;
}

/** The key of a slice within its rule: `region=340000|line=property.motor`; `all` for the whole company. */
export function seriesKey(slice: Slice): string {
  const parts = Object.entries(slice).map(([dimension, code]) => `${dimension}=${code}`);
  return parts.length === 0 ? 'all' : parts.join('|');
}

/** Buckets of history that a rule's detector wants before the first one it judges. */
export function historyOf({ detector }: Rule): number {
  // A threshold shows what is usual beside it.
  return Math.max(28, detectors[detector.name].history(detector));
}

/** Whether any bucket holds enough cases to matter to the rule: the others are never in excess and need no signals. */
export function canFire({ detector, minCount }: Rule, points: readonly Point[]): boolean {
  const least = Math.max(1, minCount, detector.name === 'threshold' ? detector.atLeast : 0);
  return points.some(({ count }) => count !== null && count >= least);
}

/**
 * The signals of one rule from a bucket on: a verdict on each bucket of each series, with the level it deserves among all
 * the series that were looked at in that bucket (Benjamini–Hochberg), allowing for what all others did (`underLift`).
 */
export function ruleSignals(
  rule: Rule,
  family: RuleFamily,
  { from, at, levels }: { readonly from: IsoDay; readonly at: Date; readonly levels: LevelLimits },
): Signal[] {
  const detector = detectors[rule.detector.name];
  const liftOn = liftOf(rule, family);
  const byBucket = new Map<IsoDay, Judged[]>();
  for (const series of family.series) {
    for (const found of detector.run(series.points, rule.detector)) {
      if (found.at < from) continue;
      const verdict = liftOn(found);
      const judged = byBucket.get(verdict.at);
      if (judged === undefined) byBucket.set(verdict.at, [{ series, verdict }]);
      else judged.push({ series, verdict });
    }
  }
  return [...byBucket.values()].flatMap((judged) => withLevels(rule, judged, at, levels));
}

/** Expected of all others together; with less their own ups and downs would be taken for a lift. */
const FEWEST_OTHERS = 30;

/** Allows each excess of a split rule for what everything else in the same bucket did. */
function liftOf(rule: Rule, { whole }: RuleFamily): (verdict: Verdict) => Verdict {
  const { detector } = rule;
  if (rule.split.length === 0 || detector.name === 'threshold') return (verdict) => verdict;
  const all = new Map(detectors[detector.name].run(whole, detector).map((verdict) => [verdict.at, verdict]));
  return (verdict) => {
    const together = all.get(verdict.at);
    const others = (together?.expected ?? 0) - (verdict.expected ?? 0);
    if (others < FEWEST_OTHERS) return verdict;
    const lift = ((together?.observed ?? 0) - (verdict.observed ?? 0)) / others;
    return underLift(verdict, { lift, used: 'baseline' in detector ? detector.baseline : historyOf(rule) });
  };
}

/** Shown beside a verdict, figures keep this many digits: more would change with every rounding of the last bit. */
const DIGITS = 9;

function withLevels(rule: Rule, judged: readonly Judged[], at: Date, policy: LevelLimits): Signal[] {
  const chances = judged.map(({ verdict }) => verdict.pValue);
  const tested = chances.filter((chance) => chance !== null);
  const untested = Math.max(0, policy.smallestFamily - tested.length);
  const qValues = benjaminiHochberg([...tested, ...Array<number>(untested).fill(1)]);
  let next = 0;
  return judged.map(({ series, verdict }) => {
    const q = verdict.pValue === null ? null : (qValues[next++] ?? 1);
    return {
      ruleId: rule.id,
      ruleVersion: rule.version,
      seriesKey: series.key,
      slice: series.slice,
      grain: rule.grain,
      bucket: verdict.at,
      observed: verdict.observed,
      expected: rounded(verdict.expected),
      upper: rounded(verdict.upper),
      pValue: rounded(verdict.pValue),
      score: rounded(verdict.score),
      verdict: verdict.verdict,
      level: signalLevel(rule, verdict, q, policy) ?? '',
      note: verdictSentence(verdict, rule.grain),
      evaluatedAt: at.toISOString(),
    };
  });
}

function signalLevel(
  rule: Rule,
  { observed, expected, pValue, verdict }: Verdict,
  q: number | null,
  policy: LevelLimits,
) {
  if (verdict !== 'excess' || observed === null || observed < rule.minCount) return undefined;
  if (rule.detector.name === 'threshold') {
    return isUsual(expected, rule.detector.atLeast) ? undefined : rule.detector.level;
  }
  if (pValue === null || q === null || expected === null) return undefined;
  return levelOf({ observed, expected, p: pValue, q }, policy);
}

/** A threshold that ordinary buckets come half-way to was set for a smaller business: it would fire all the time. */
const isUsual = (expected: number | null, atLeast: number) => expected !== null && 2 * expected >= atLeast;

const rounded = (value: number | null) =>
  value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(DIGITS));
