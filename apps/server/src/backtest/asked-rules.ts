import type { BacktestInput } from '@tocsin/contracts';
import { type Warehouse, ruleVersions } from '@tocsin/warehouse';
import { unknownRule, unknownVersion } from '../rules/rule-refusals.ts';
import type { AskedRule } from './tries.ts';
import { ruleOfDraft } from './variant.ts';

/** The rules that a back-test is about, as they are kept or drafted. Throws a Refusal for one that is not there. */
export async function askedRules(warehouse: Warehouse, rules: BacktestInput['rules']): Promise<AskedRule[]> {
  return await Promise.all(
    rules.map(async (asked): Promise<AskedRule> => {
      if ('draft' in asked) {
        return { version: 0, rule: ruleOfDraft(asked.draft) };
      }
      const records = await warehouse.rows(ruleVersions(asked.id));
      const [newest] = records;
      if (newest === undefined) throw unknownRule(asked.id);
      const found = asked.version === undefined ? newest : records.find(({ rule }) => rule.version === asked.version);
      if (found === undefined) throw unknownVersion(asked.id, asked.version ?? 0);
      return { version: found.rule.version, rule: found.rule };
    }),
  );
}
