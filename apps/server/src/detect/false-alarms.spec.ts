import { decide, defaultPolicy, defaultRules } from '@tocsin/alerting';
import { dayNumber, daysBetween } from '@tocsin/calendar';
import { type Dimension, type SeriesRule, atLevel, reportingRegion } from '@tocsin/contracts';
import { createCompany } from '@tocsin/synthetic';
import { describe, expect, it } from 'vitest';
import { findUncovered } from './covered-days.ts';
import { isAboutCases, isEvaluated } from './evaluated-rule.ts';
import { familyOfRule } from './family-of-rule.ts';
import type { CountsQuestion, CountsReader } from './kept-counts.ts';
import { KnownCodes } from './known-codes.ts';
import { ruleSignals } from './rule-signals.ts';

const FIRST = '2024-09-01';
const FROM = '2025-07-07';
const TODAY = '2026-07-06';
const WEEKS = daysBetween(FROM, TODAY) / 7;

type Case = Partial<Record<Dimension, string>> & { readonly day: number };

/** About ninety complaints a day, as the cubes would count them. */
function countsOf(events: boolean): CountsReader {
  const company = createCompany({ seed: 7, complaints: 60_000, from: FIRST, until: TODAY, events });
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

interface Opened {
  readonly ruleId: string;
  readonly series: string;
  readonly bucket: string;
  readonly level: string;
}

/** Every warning that the default rules would have opened over the last year. */
async function openedOver(counts: CountsReader): Promise<Opened[]> {
  const codes = new KnownCodes(counts);
  const days = { today: TODAY, firstDay: FIRST };
  const coverage = await findUncovered(counts, { ...days, from: FIRST });
  const opened: Opened[] = [];
  for (const rule of defaultRules.filter(isEvaluated).filter(isAboutCases)) {
    const family = await familyOfRule(counts, codes, rule, { ...days, from: FROM, coverage });
    const signals = ruleSignals(rule, family, { from: FROM, at: new Date(0), levels: defaultPolicy.levels });
    for (const { key } of family.series) opened.push(...openedBy(rule, key, signals));
  }
  return opened;
}

function openedBy(rule: SeriesRule, series: string, signals: ReturnType<typeof ruleSignals>): Opened[] {
  const own = signals.filter(({ seriesKey }) => seriesKey === series);
  return decide(own, undefined, { grain: rule.grain, policy: defaultPolicy })
    .filter(({ kind }) => kind === 'opened')
    .map(({ after }) => ({ ruleId: rule.id, series, bucket: after.firstBucket, level: after.level }));
}

describe('the default rules over a year of an invented insurer', () => {
  it('are rarely wrong: an uneventful year, with its festivals and its 15 March, opens less than two warnings a week', async () => {
    const opened = await openedOver(countsOf(false));
    expect(opened.length / WEEKS).toBeLessThan(2);
    expect(opened.filter(({ level }) => level === 'red')).toEqual([]);
  }, 120_000);

  it('see the typhoon, the mis-sold product and the surrender ring, and neither gap nor recoding', async () => {
    const company = createCompany({ seed: 7, complaints: 60_000, from: FIRST, until: TODAY });
    const events = new Map(company.truth().events.map((event) => [event.kind, event]));
    const opened = await openedOver(countsOf(true));
    const daysUntil = (kind: 'typhoon' | 'mis-sold' | 'ring', series: string) => {
      const first = opened
        .filter((one) => one.series === series && one.bucket >= weekBefore(events.get(kind)!.from))
        .at(0);
      return first === undefined ? Infinity : daysBetween(events.get(kind)!.from, first.bucket);
    };
    const slice = (kind: 'typhoon' | 'mis-sold' | 'ring') => events.get(kind)!.slice;
    expect(daysUntil('typhoon', `region=${slice('typhoon').region![0]!}|line=property.motor`)).toBeLessThanOrEqual(14);
    expect(daysUntil('mis-sold', `product=${slice('mis-sold').product![0]!}`)).toBeLessThanOrEqual(35);
    expect(daysUntil('ring', `product=${slice('ring').product![0]!}`)).toBeLessThanOrEqual(7);
    const gap = events.get('gap')!;
    const after = (day: string) => (one: Opened) => one.bucket >= weekBefore(day) && daysBetween(day, one.bucket) <= 35;
    expect(opened.filter(after(gap.from)).filter(({ series }) => series === `region=${gap.slice.region![0]!}`)).toEqual(
      [],
    );
    const recoded = opened.filter(after(events.get('taxonomy')!.from)).filter(({ ruleId }) => ruleId === 'reason-week');
    expect(recoded).toEqual([]);
    expect(opened.length / WEEKS).toBeLessThan(2.5);
  }, 120_000);
});

const weekBefore = (day: string) => new Date(Date.parse(day) - 6 * 86_400_000).toISOString().slice(0, 10);
