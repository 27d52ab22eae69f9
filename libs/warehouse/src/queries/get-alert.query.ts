import { alertColumns, lastEvents } from '../facts/alert-columns.ts';
import type { Scope } from '../facts/scope.ts';
import { AlertRow } from '../rows/alert.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** One warning as it stands, if the caller may see it. */
export const getAlert = ({ id, scope }: { readonly id: string; readonly scope: Scope }): Query<AlertRow> => ({
  name: 'get-alert',
  row: AlertRow,
  sql: sql`
    SELECT ${alertColumns}
    FROM (${lastEvents(scope)})
    WHERE alert_id = ${bind(id, 'String')}`,
});
