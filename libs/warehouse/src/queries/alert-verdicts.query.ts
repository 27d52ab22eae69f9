import { AlertVerdictRecord } from '../rows/alert-verdict.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { allOf, sql } from '../sql/sql.ts';

/** Every verdict on these warnings, or on all, in the order in which they were given. */
export const alertVerdicts = ({ ids }: { readonly ids?: readonly string[] } = {}): Query<AlertVerdictRecord> => ({
  name: 'alert-verdicts',
  row: AlertVerdictRecord,
  sql: sql`
    SELECT alert_id AS alertId, verdict, note, incidents, at, by
    FROM alert_verdict FINAL
    WHERE ${allOf(ids === undefined ? [] : [sql`alert_id IN ${bind(ids, 'Array(String)')}`])}
    ORDER BY revision`,
});
