import type { AnyRule, FeedRule } from '@tocsin/contracts';
import { defaultFeedRules, defaultRules } from '@tocsin/alerting';
import { type Warehouse, currentRules, saveRule } from '@tocsin/warehouse';
import { type EvaluatedRule, isEvaluated } from './evaluated-rule.ts';

/** Who made a rule that nobody made. */
const SYSTEM = 'tocsin';

/** What is watched: series of complaints, and whether the feeds deliver. */
export interface RulesInForce {
  readonly rules: readonly EvaluatedRule[];
  readonly feedRules: readonly FeedRule[];
}

/** The current version of every rule, by id; default rules that this installation has never had are added first. */
export async function rulesInForce(warehouse: Warehouse, at: Date): Promise<RulesInForce> {
  const known: AnyRule[] = (await warehouse.rows(currentRules())).map(({ rule }) => rule);
  const missing = [...defaultRules, ...defaultFeedRules].filter(({ id }) => !known.some((rule) => rule.id === id));
  for (const rule of missing) await saveRule(warehouse, rule, at, SYSTEM);
  const all = [...known, ...missing].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    rules: all.filter(isEvaluated),
    feedRules: all.filter((rule) => rule.kind === 'missing-feed'),
  };
}
