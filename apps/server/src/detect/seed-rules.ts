import type { AnyRule, FeedRule, Rule } from '@tocsin/contracts';
import { defaultFeedRules, defaultRules } from '@tocsin/alerting';
import { type Warehouse, currentRules, saveRule } from '@tocsin/warehouse';

/** Who made a rule that nobody made. */
const SYSTEM = 'tocsin';

/** What is watched: series of complaints, and whether the feeds deliver. */
export interface RulesInForce {
  readonly rules: readonly Rule[];
  readonly feedRules: readonly FeedRule[];
}

/** The current version of every rule, by id; default rules that this installation has never had are added first. */
export async function rulesInForce(warehouse: Warehouse, at: Date): Promise<RulesInForce> {
  const known: AnyRule[] = (await warehouse.rows(currentRules())).map(({ rule }) => rule);
  const missing = [...defaultRules, ...defaultFeedRules].filter(({ id }) => !known.some((rule) => rule.id === id));
  for (const rule of missing) await saveRule(warehouse, rule, at, SYSTEM);
  const all = [...known, ...missing].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    rules: all.filter((rule): rule is Rule => !('kind' in rule)),
    feedRules: all.filter((rule): rule is FeedRule => 'kind' in rule),
  };
}
