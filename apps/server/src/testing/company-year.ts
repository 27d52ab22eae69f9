import { type Transition, decide, defaultRules, policyOf } from '@tocsin/alerting';
import { addCalendarDays, bucketPlus, dayNumber, daysBetween } from '@tocsin/calendar';
import {
  type Dimension,
  type IsoDay,
  type Level,
  type RuleGrain,
  type SeriesRule,
  type Slice,
  atLevel,
  reportingRegion,
} from '@tocsin/contracts';
import { type Company, type EventKind, type LabelledEvent, createCompany } from '@tocsin/synthetic';
import type { Signal } from '@tocsin/warehouse';
import { findUncovered } from '../detect/covered-days.ts';
import { type EvaluatedRule, isAboutCases, isEvaluated } from '../detect/evaluated-rule.ts';
import { familyOfRule } from '../detect/family-of-rule.ts';
import type { CountsQuestion, CountsReader } from '../detect/kept-counts.ts';
import { KnownCodes } from '../detect/known-codes.ts';
import { ruleSignals } from '../detect/rule-signals.ts';

/** The company's data begin on the first day; the year from the second on is judged as it looks on the last. */
export const YEAR = { firstDay: '2024-09-01', from: '2025-07-07', today: '2026-07-06' } as const;
export const WEEKS_OF_YEAR = daysBetween(YEAR.from, YEAR.today) / 7;

/** About ninety complaints a day. */
const COMPLAINTS = 60_000;

/** A warning that opened, came again or rose. */
export interface Shown {
  readonly kind: 'opened' | 'reopened' | 'raised';
  readonly ruleId: string;
  /** `region=340000|line=property.motor`. */
  readonly series: string;
  readonly slice: Slice;
  readonly level: Level;
  readonly grain: RuleGrain;
  /** The first day of the bucket that shows it, and that bucket's last day: by then it is known at the latest. */
  readonly bucket: IsoDay;
  readonly knownOn: IsoDay;
}

export interface JudgedYear {
  readonly shown: readonly Shown[];
  /** What was done to the data on purpose. */
  readonly events: readonly LabelledEvent[];
}

/** A year of an invented insurer, with its labelled events or without any, judged by the rules of a new installation. */
export async function judgedYear(
  seed: number,
  { events }: { readonly events: boolean | readonly EventKind[] },
  rules: readonly SeriesRule[] = defaultRules,
): Promise<JudgedYear> {
  const { firstDay: from, today: until } = YEAR;
  const company = createCompany({ seed, complaints: COMPLAINTS, from, until, events });
  const shown = await shownOver(countsOf(company), rules);
  return { shown, events: events === false ? [] : company.truth().events };
}

type Case = Partial<Record<Dimension, string>> & { readonly day: number };

/** The company's complaints, counted as the cubes would count them. */
function countsOf(company: Company): CountsReader {
  const cases: Case[] = [];
  for (const { kind, received_at, region, ...rest } of company.complaintRows()) {
    if (kind !== 'complaint') continue;
    cases.push({ ...rest, region: reportingRegion(region), day: dayNumber(received_at.slice(0, 10)) });
  }
  return { read: (question) => Promise.resolve(counted(cases, question)) };
}

function counted(cases: readonly Case[], { where, split, from, until }: CountsQuestion) {
  const [start, end] = [dayNumber(from), dayNumber(until)];
  const conditions = Object.entries(where) as [Dimension, string[]][];
  const slices = new Map<string, Map<number, number>>();
  for (const one of cases) {
    if (one.day < start || one.day >= end) continue;
    if (conditions.some(([dimension, codes]) => !codes.includes(one[dimension] ?? ''))) continue;
    const codes = split.map(({ dimension, level }) => {
      const code = one[dimension] ?? '';
      return level === undefined ? code : atLevel(code, level);
    });
    const days = slices.get(codes.join(' ')) ?? new Map<number, number>();
    slices.set(codes.join(' '), days.set(one.day - start, (days.get(one.day - start) ?? 0) + 1));
  }
  return [...slices].map(([name, counts]) => {
    const days = [...counts.keys()].sort((left, right) => left - right);
    return { codes: split.length === 0 ? [] : name.split(' '), days, counts: days.map((day) => counts.get(day) ?? 0) };
  });
}

/** Everything that rules would have shown over the year. */
async function shownOver(counts: CountsReader, rules: readonly SeriesRule[]): Promise<Shown[]> {
  const codes = new KnownCodes(counts);
  const { from, ...days } = YEAR;
  const coverage = await findUncovered(counts, { ...days, from: days.firstDay });
  const shown: Shown[] = [];
  for (const rule of rules.filter(isEvaluated).filter(isAboutCases)) {
    const family = await familyOfRule(counts, codes, rule, { ...days, from, coverage });
    const signals = ruleSignals(rule, family, { from, at: new Date(0), levels: policyOf(rule).levels });
    const bySeries = new Map<string, Signal[]>();
    for (const signal of signals) {
      const own = bySeries.get(signal.seriesKey);
      if (own === undefined) bySeries.set(signal.seriesKey, [signal]);
      else own.push(signal);
    }
    for (const own of bySeries.values()) shown.push(...shownBy(rule, own));
  }
  return shown;
}

function shownBy(rule: EvaluatedRule, signals: readonly Signal[]): Shown[] {
  const { id: ruleId, grain } = rule;
  const [{ seriesKey: series = '', slice = {} } = {}] = signals;
  return decide(signals, undefined, { grain, policy: policyOf(rule) }).flatMap(({ kind, signal, after }) => {
    const { bucket } = signal;
    const knownOn = addCalendarDays(bucketPlus(bucket, 1, grain), -1);
    const said = { ruleId, series, slice, grain, level: after.level, bucket, knownOn };
    return isShown(kind) ? [{ kind, ...said }] : [];
  });
}

const isShown = (kind: Transition['kind']): kind is Shown['kind'] =>
  kind === 'opened' || kind === 'reopened' || kind === 'raised';
