import { RuleRecord } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** All versions of one rule, newest first: who changed what, and when. */
export const ruleVersions = (ruleId: string): Query<RuleRecord> => ({
  name: 'rule-versions',
  row: RuleRecord,
  sql: sql`
    SELECT body AS rule, at, by
    FROM rule FINAL
    WHERE rule_id = ${bind(ruleId, 'String')}
    ORDER BY version DESC`,
});
