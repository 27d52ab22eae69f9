import { RuleRecord } from '../rows/warnings.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest version of every rule, switched off ones too. */
export const currentRules = (): Query<RuleRecord> => ({
  name: 'current-rules',
  row: RuleRecord,
  sql: sql`
    SELECT body AS rule, at, by
    FROM rule FINAL
    ORDER BY rule_id, version DESC
    LIMIT 1 BY rule_id`,
});
