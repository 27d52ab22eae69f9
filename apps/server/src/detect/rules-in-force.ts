import type { FeedRule, ScanRule, TriggerRule } from '@tocsin/contracts';
import { type Warehouse, currentRules } from '@tocsin/warehouse';
import { type EvaluatedRule, isEvaluated } from './evaluated-rule.ts';
import { type RateRule, isRateRule } from './rates/rate-rule.ts';

/** What is watched: series of complaints, published rates, clusters of places, matters of fact, and whether the feeds deliver. */
export interface RulesInForce {
  readonly rules: readonly EvaluatedRule[];
  readonly rateRules: readonly RateRule[];
  readonly scanRules: readonly ScanRule[];
  readonly triggerRules: readonly TriggerRule[];
  readonly feedRules: readonly FeedRule[];
}

/** The current version of every rule that is switched on, by id. */
export async function rulesInForce(warehouse: Warehouse): Promise<RulesInForce> {
  const records = await warehouse.rows(currentRules());
  const watched = records.map(({ rule }) => rule).filter(({ enabled }) => enabled);
  return {
    rules: watched.filter(isEvaluated),
    rateRules: watched.filter(isRateRule),
    scanRules: watched.filter((rule) => rule.kind === 'scan'),
    triggerRules: watched.filter((rule) => rule.kind === 'trigger'),
    feedRules: watched.filter((rule) => rule.kind === 'missing-feed'),
  };
}
