import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay, TriggerRule } from '@tocsin/contracts';
import type { Signal } from '@tocsin/warehouse';
import type { WrittenReader } from '../written-reader.ts';
import type { Fact, Moment } from './fact.ts';
import { foundFacts } from './found-facts.ts';

/** A fact that has stood for longer is begun anew. */
const LONGEST_DAYS = 400;

/**
 * What has changed about the facts that triggers tell of: one signal each, under the day on which it began to be so. What is
 * so is in excess at its level; what was and is no longer is normal. What stands already is not written again, so whoever
 * asks first, and however often, the table is the same.
 */
export async function triggerSignals(
  rules: readonly TriggerRule[],
  moment: Moment,
  { written, at }: { readonly written: WrittenReader; readonly at: Date },
): Promise<Signal[]> {
  const changed: Signal[] = [];
  const { today } = moment;
  const range = { from: addCalendarDays(today, -LONGEST_DAYS), until: addCalendarDays(today, 1) };
  for (const rule of rules) {
    const known = newestBySeries(await written(rule.id, range));
    const facts = await foundFacts(rule, moment);
    changed.push(...changes(rule, facts, known, { today, at }));
  }
  return changed;
}

/** The same from what is known: the newest signal of each series, and the facts. */
export function changes(
  rule: TriggerRule,
  facts: readonly Fact[],
  known: ReadonlyMap<string, Signal>,
  { today, at }: { readonly today: IsoDay; readonly at: Date },
): Signal[] {
  const stands = new Set(facts.map(({ key }) => key));
  const found = facts.flatMap((fact) => {
    const before = known.get(fact.key);
    const goesOn = before?.verdict === 'excess' ? before : undefined;
    const isNews = goesOn?.ruleVersion !== rule.version || goesOn.level !== fact.level;
    return isNews ? [signalOf(rule, fact, goesOn?.bucket ?? today, at)] : [];
  });
  const ended = [...known.values()].filter(({ seriesKey, verdict }) => verdict === 'excess' && !stands.has(seriesKey));
  return [...found, ...ended.map((signal) => endedSignal(rule, signal, at))];
}

/** By day and version: under a new version what stands is written once more. */
function newestBySeries(all: readonly Signal[]): Map<string, Signal> {
  const inOrder = all.toSorted((one, other) =>
    one.bucket === other.bucket ? one.ruleVersion - other.ruleVersion : one.bucket < other.bucket ? -1 : 1,
  );
  return new Map(inOrder.map((signal) => [signal.seriesKey, signal]));
}

function signalOf(
  rule: TriggerRule,
  { key, slice, level, observed, usual, note }: Fact,
  bucket: IsoDay,
  at: Date,
): Signal {
  return {
    ...{ ruleId: rule.id, ruleVersion: rule.version, seriesKey: key, slice, grain: 'day', bucket },
    ...{ observed, expected: usual, upper: null, pValue: null, score: null },
    ...{ verdict: 'excess', level, note, evaluatedAt: at.toISOString() },
  };
}

const endedSignal = (rule: TriggerRule, signal: Signal, at: Date): Signal => ({
  ...signal,
  ...{ ruleVersion: rule.version, verdict: 'normal', level: '', evaluatedAt: at.toISOString() },
  note: {
    zh: '已不再符合：案件已办结或撤诉，或时间窗已过。',
    en: 'It is no longer so: closed or withdrawn, or the window has passed.',
  },
});
