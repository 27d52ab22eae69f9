import { z } from 'zod';
import { lastEvents } from '../facts/alert-columns.ts';
import type { Scope } from '../facts/scope.ts';
import { Count } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';
import { alertConditions } from './list-alerts.query.ts';

const OpenAlertsOfRule = z.object({ ruleId: z.string(), open: Count });
export type OpenAlertsOfRule = z.output<typeof OpenAlertsOfRule>;

/** How many warnings of each rule are open among those that the caller may see; a rule without any has no row. */
export const openAlertsByRule = (scope: Scope): Query<OpenAlertsOfRule> => ({
  name: 'open-alerts-by-rule',
  row: OpenAlertsOfRule,
  sql: sql`
    SELECT rule_id AS ruleId, count() AS open
    FROM (${lastEvents(scope)})
    WHERE ${alertConditions({ state: 'open', scope })}
    GROUP BY rule_id
    ORDER BY rule_id`,
});
