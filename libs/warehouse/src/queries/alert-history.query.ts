import { alertEventColumns } from '../facts/alert-columns.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { AlertEventRecord } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every event of one warning, oldest first, each with the slice, figures and contributors of its moment. */
export const alertHistory = ({
  id,
  scope,
}: {
  readonly id: string;
  readonly scope: Scope;
}): Query<AlertEventRecord> => ({
  name: 'alert-history',
  row: AlertEventRecord,
  sql: sql`
    SELECT ${alertEventColumns}
    FROM alert_event FINAL
    WHERE alert_id = ${bind(id, 'String')}${withinScope(scope)}
    ORDER BY seq`,
});
