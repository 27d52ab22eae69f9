import { alertEventColumns, lastEvents } from '../facts/alert-columns.ts';
import { wholeCompany } from '../facts/scope.ts';
import { AlertEventRecord } from '../rows/warnings.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** For the alert stage: the last event of every open warning, and of those resolved at or after `since`. */
export const alertStates = ({ since }: { readonly since: Date }): Query<AlertEventRecord> => ({
  name: 'alert-states',
  row: AlertEventRecord,
  sql: sql`
    SELECT ${alertEventColumns}
    FROM (${lastEvents(wholeCompany)})
    WHERE state = 'open' OR at >= ${instant(since)}
    ORDER BY ruleId, seriesKey, openedAt`,
});
