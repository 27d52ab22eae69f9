import { alertEventColumns, lastEvents } from '../facts/alert-columns.ts';
import { wholeCompany } from '../facts/scope.ts';
import { AlertEventRecord } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { emptySql, sql } from '../sql/sql.ts';

/** For the alert stage: the last event of every open warning, and of those resolved at or after `since`; all of a rule's. */
export const alertStates = ({
  since,
  ruleId,
}: {
  readonly since: Date;
  readonly ruleId?: string;
}): Query<AlertEventRecord> => ({
  name: 'alert-states',
  row: AlertEventRecord,
  sql: sql`
    SELECT ${alertEventColumns}
    FROM (${lastEvents(wholeCompany)})
    WHERE (state = 'open' OR at >= ${instant(since)})${ruleId === undefined ? emptySql : sql` AND rule_id = ${bind(ruleId, 'String')}`}
    ORDER BY ruleId, seriesKey, openedAt`,
});
