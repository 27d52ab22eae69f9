import { setImmediate as otherWork } from 'node:timers/promises';
import { type BacktestInput, type BacktestOutcome, type Sentence, leadingOf } from '@tocsin/contracts';
import type { TriedOutcome, Warehouse } from '@tocsin/warehouse';
import { type Judged, outcomeOf } from './outcome.ts';
import { readPast } from './past.ts';
import { Replay } from './replay/replay.ts';
import { suggestion } from './suggestion.ts';
import { type AskedRule, type Try, notesOn, triesOf } from './tries.ts';

export interface BacktestParts extends Pick<Judged, 'incidents' | 'names'> {
  readonly warehouse: Warehouse;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told how far it is, 0–1. */
  readonly told: (progress: number) => void;
}

/** Runs rules and their alternatives through the past, once for all of them. Throws when it is broken off. */
export async function runBacktest(
  rules: readonly AskedRule[],
  input: BacktestInput,
  { warehouse, now, signal, told, ...judging }: BacktestParts,
): Promise<{ readonly outcomes: TriedOutcome[]; readonly notes: readonly Sentence[] }> {
  const period = { from: input.from, until: input.until };
  const tries = triesOf(rules, input);
  const replayed = tries
    .flatMap((one) => [one.replayed, ...one.settings.map((setting) => setting.replayed)])
    .filter((rule) => rule !== undefined);
  const hours = [...new Set(replayed.flatMap(({ rule }) => rule.activeHours?.from ?? []))];
  const hasLeading = replayed.some(({ rule }) => rule.kind === 'series' && leadingOf(rule.measure) !== undefined);
  const hasDueDays = replayed.some(({ rule }) => rule.kind === 'trigger' && rule.trigger.name === 'due-in');
  const asked = { names: judging.names, now: now.getTime() / 1000, hours, hasLeading, hasDueDays };
  const past = await readPast(warehouse, period, asked);
  const replay = new Replay(past, replayed);
  for (const [i, moment] of past.moments.entries()) {
    signal.throwIfAborted();
    await replay.step(moment);
    told((i + 1) / past.moments.length);
    await otherWork();
  }
  const judged = { ...judging, period, timeZone: warehouse.timeZone };
  return {
    outcomes: tries.map((one) => triedOutcome(one, judged)),
    notes: [...past.notes, ...notesOn(tries)],
  };
}

function triedOutcome(
  { asked, variant, trouble, replayed, settings, budget }: Try,
  of: Omit<Judged, 'kind'>,
): TriedOutcome {
  const { version, rule } = asked;
  const judged = { ...of, kind: rule.kind };
  const head = { ruleId: rule.id, version, ruleLabel: rule.label, variant, trouble };
  const [asIs = [], ...masked] = replayed?.events ?? [];
  const outcome = outcomeOf(asIs, judged);
  if (replayed === undefined) return { rule: null, outcome: { ...head, series: 0, ...outcome, suggested: null } };
  let next = 0;
  const tried = settings.map((setting) => {
    const events = setting.keeps === undefined ? (setting.replayed?.events[0] ?? []) : (masked[next++] ?? []);
    return { variant: { ...variant, ...setting.variant }, tried: outcomeOf(events, judged) };
  });
  const suggested = budget === null ? null : suggestion(outcome, tried, budget);
  const whole: BacktestOutcome = { ...head, series: replayed.series, ...outcome, suggested };
  return { rule: { ...replayed.rule, version }, outcome: whole };
}
