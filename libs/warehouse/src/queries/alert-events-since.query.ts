import { alertEventColumns } from '../facts/alert-columns.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { AlertEventRecord } from '../rows/warnings.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Events at or after a moment, oldest first: what may still have to be told, and what a feed that lost touch missed. */
export const alertEventsSince = ({
  since,
  scope,
}: {
  readonly since: Date;
  readonly scope: Scope;
}): Query<AlertEventRecord> => ({
  name: 'alert-events-since',
  row: AlertEventRecord,
  sql: sql`
    SELECT ${alertEventColumns}
    FROM alert_event FINAL
    WHERE at >= ${instant(since)}${withinScope(scope)}
    ORDER BY at, alertId, seq`,
});
