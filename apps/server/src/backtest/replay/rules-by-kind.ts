import type { AnyRule, FeedRule, ScanRule, TriggerRule } from '@tocsin/contracts';
import { type EvaluatedRule, isEvaluated } from '../../detect/evaluated-rule.ts';
import { type RateRule, isRateRule } from '../../detect/rates/rate-rule.ts';
import type { ReplayableRule, ReplayedRule } from './replayed-rule.ts';

/** Rules on their way through the past, by what runs them. */
export interface RulesByKind {
  readonly series: ReplayedRule<EvaluatedRule>[];
  readonly rates: ReplayedRule<RateRule>[];
  readonly scans: ReplayedRule<ScanRule>[];
  readonly triggers: ReplayedRule<TriggerRule>[];
  readonly deliveries: ReplayedRule<FeedRule>[];
}

/** Sorted by what runs them; their order within a kind stays. */
export const rulesByKind = (rules: readonly ReplayedRule[]): RulesByKind => ({
  series: those(rules, isEvaluated),
  rates: those(rules, isRateRule),
  scans: those(rules, (rule) => rule.kind === 'scan'),
  triggers: those(rules, (rule) => rule.kind === 'trigger'),
  deliveries: those(rules, (rule) => rule.kind === 'missing-feed'),
});

/** Series rules whose measure and method can be judged, and rules of all other kinds. */
export const isReplayable = (rule: AnyRule): rule is ReplayableRule =>
  rule.kind !== 'series' || isEvaluated(rule) || isRateRule(rule);

function those<Rule extends ReplayableRule>(
  rules: readonly ReplayedRule[],
  isOne: (rule: AnyRule) => rule is Rule & AnyRule,
): ReplayedRule<Rule>[] {
  const isOfKind = (replayed: ReplayedRule): replayed is ReplayedRule<Rule> => isOne(replayed.rule);
  return rules.filter(isOfKind);
}
