import type { AnyRule } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';

/** Adds a version of a rule. Versions are never changed: the caller takes the next number. */
export async function saveRule(warehouse: Warehouse, rule: AnyRule, at: Date, by: string): Promise<void> {
  await warehouse.insert('rule', [
    { rule_id: rule.id, version: rule.version, body: JSON.stringify(rule), at: at.toISOString(), by },
  ]);
}
