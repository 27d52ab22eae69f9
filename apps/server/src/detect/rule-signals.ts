import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay, Level, LevelLimits, Slice, Verdict } from '@tocsin/contracts';
import { levelOf } from '@tocsin/alerting';
import { type Point, detectors, verdictSentence } from '@tocsin/detection';
import type { Signal } from '@tocsin/warehouse';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import { qValuesOf } from './q-values.ts';
import { judgedSeries, liftOf } from './series-verdicts.ts';
import type { ToldBuckets } from './told-buckets.ts';

/** The series of a rule that may matter, and all of its cases together. */
export interface RuleFamily {
  readonly series: readonly RuleSeries[];
  readonly whole: readonly Point[];
  /** What the series of a rule with several splits are parts of, by the splits before the last; all but the last level. */
  readonly parents?: readonly RuleSeries[];
  /** Holidays that are not the shipped ones. */
  readonly holidays?: HolidayTable;
}

/** One series of a rule, ready to be judged. Its points may be made anew each time they are asked for. */
export interface RuleSeries {
  readonly key: string;
  readonly slice: Slice;
  readonly points: readonly Point[];
  /** What the points are made from: equal for equal points. Where it is absent, the points themselves are looked at. */
  readonly print?: string | undefined;
}

/** The verdict on one bucket of one series. */
export interface Judged {
  readonly series: RuleSeries;
  readonly verdict: Verdict;
}

/** The key of a slice within its rule: `region=340000|line=property.motor`; `all` for the whole company. */
export function seriesKey(slice: Slice): string {
  const parts = Object.entries(slice).map(([dimension, code]) => `${dimension}=${code}`);
  return parts.length === 0 ? 'all' : parts.join('|');
}

/** Buckets of history that a rule's detector makes use of before the first one it judges. */
export function reachOf({ detector, grain }: Rule): number {
  return detectors[detector.name].reach(detector, grain);
}

/** Whether any bucket holds enough cases to matter to the rule: the others are never in excess and need no signals. */
export function canFire(rule: Rule, points: readonly Point[]): boolean {
  const least = leastToFire(rule);
  return points.some(({ count }) => count !== null && count >= least);
}

/** A bucket with fewer cases is never in excess. */
export const leastToFire = ({ detector, minCount }: Rule): number =>
  Math.max(1, minCount, detector.name === 'threshold' ? detector.atLeast : 0);

/** The verdicts on a series; the whole of a family has the key `WHOLE`. */
export type VerdictsOf = (series: Pick<RuleSeries, 'key' | 'points'>) => readonly Verdict[];
export const WHOLE = '';

export interface SignalOptions {
  /** The first bucket that is judged. */
  readonly from: IsoDay;
  readonly at: Date;
  readonly levels: LevelLimits;
  /** Where verdicts are kept already; by default every series is judged. */
  readonly verdictsOf?: VerdictsOf;
  /** What was told the last time; by default nothing was. */
  readonly told?: ToldBuckets;
}

/**
 * The signals of one rule from a bucket on: a verdict on each bucket of each series, with the level it deserves among all
 * the series that were looked at in that bucket (see `qValuesOf`), allowing for what all others did (`underLift`).
 */
export function ruleSignals(rule: Rule, family: RuleFamily, options: SignalOptions): Signal[] {
  return [...signalsInTurns(rule, family, options)].flat();
}

/** Series whose verdicts are gathered, or put into words, in one turn. */
const SERIES_A_TURN = 256;

/** The same piece by piece, so that whoever has other work can do it in between: nothing at first, then parts of each bucket. */
export function* signalsInTurns(
  rule: Rule,
  family: RuleFamily,
  { from, at, levels, verdictsOf = judgedHere(rule, family, from), told }: SignalOptions,
): Generator<Signal[]> {
  const whole = verdictsOf({ key: WHOLE, points: family.whole });
  const wholeAt = byTime(whole);
  const liftOn = liftOf(rule, whole);
  const byBucket = new Map<IsoDay, Judged[]>();
  for (const [place, series] of family.series.entries()) {
    for (const verdict of verdictsOf(series)) {
      const judged = byBucket.get(verdict.at);
      if (judged === undefined) byBucket.set(verdict.at, [{ series, verdict }]);
      else judged.push({ series, verdict });
    }
    if (place % SERIES_A_TURN === SERIES_A_TURN - 1) yield [];
  }
  const parents = (family.parents ?? []).map((one) => [one.key, byTime(verdictsOf(one))] as const);
  for (const [bucket, found] of byBucket) {
    const parentsThen = new Map(parents.map(([key, verdicts]) => [key, verdicts.get(bucket)]));
    const all = [...found.map(({ verdict }) => verdict), ...parentsThen.values(), wholeAt.get(bucket)];
    if (told?.isTold(bucket, all) === true) continue;
    const judged = found.map(({ series, verdict }) => ({ series, verdict: liftOn(verdict) }));
    const chanceOf = (key: string) => {
      const parent = parentsThen.get(key);
      return parent && liftOn(parent).pValue;
    };
    yield [];
    const q = qValuesOf(rule, judged, chanceOf, levels);
    for (let place = 0; place < judged.length; place += SERIES_A_TURN) {
      const end = place + SERIES_A_TURN;
      yield withLevels(rule, judged.slice(place, end), at, { levels, q: q.slice(place, end) });
    }
  }
}

function judgedHere(rule: Rule, family: RuleFamily, from: IsoDay): VerdictsOf {
  const judge = judgedSeries(rule, family, from);
  return ({ points }) => judge(points);
}

const byTime = (verdicts: readonly Verdict[]) => new Map(verdicts.map((verdict) => [verdict.at, verdict]));

/** Shown beside a verdict, figures keep this many digits: more would change with every rounding of the last bit. */
const DIGITS = 9;

function withLevels(
  rule: Rule,
  judged: readonly Judged[],
  at: Date,
  { levels, q }: { readonly levels: LevelLimits; readonly q: readonly (number | null)[] },
): Signal[] {
  return judged.map(({ series, verdict }, i) => {
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
      level: signalLevel(rule, verdict, q[i] ?? null, levels) ?? '',
      note: verdictSentence(verdict, rule.grain),
      evaluatedAt: at.toISOString(),
    };
  });
}

/** What a rise that only adds up over many buckets is worth: no single bucket of it is improbable. */
const DRIFT_LEVEL: Level = 'yellow';

function signalLevel(
  { detector, minCount }: Rule,
  { observed, expected, pValue, verdict }: Verdict,
  q: number | null,
  limits: LevelLimits,
): Level | undefined {
  if (verdict !== 'excess' || observed === null || observed < minCount) return undefined;
  if (detector.name === 'threshold' && isUsual(expected, detector.atLeast)) return undefined;
  if ('level' in detector) return detector.level;
  if (detector.name === 'slow-drift' || detector.name === 'glr-cusum') return DRIFT_LEVEL;
  if (pValue === null || q === null || expected === null) return undefined;
  return levelOf({ observed, expected, p: pValue, q }, limits);
}

/** A threshold that ordinary buckets come half-way to was set for a smaller business: it would fire all the time. */
const isUsual = (expected: number | null, atLeast: number) => expected !== null && 2 * expected >= atLeast;

export const rounded = (value: number | null) => (value === null || !Number.isFinite(value) ? null : inDigits(value));

/** The same of a figure that is there. */
export const inDigits = (value: number): number => Number(value.toPrecision(DIGITS));
