import type { Rule } from '@tocsin/contracts';
import { defaultRules } from '@tocsin/alerting';
import { type Warehouse, currentRules, saveRule } from '@tocsin/warehouse';

/** Who made a rule that nobody made. */
const SYSTEM = 'tocsin';

/** The current version of every rule, by id; default rules that this installation has never had are added first. */
export async function rulesInForce(warehouse: Warehouse, at: Date): Promise<Rule[]> {
  const known = (await warehouse.rows(currentRules())).map(({ rule }) => rule);
  const missing = defaultRules.filter(({ id }) => !known.some((rule) => rule.id === id));
  for (const rule of missing) await saveRule(warehouse, rule, at, SYSTEM);
  return [...known, ...missing].sort((left, right) => (left.id < right.id ? -1 : 1));
}
