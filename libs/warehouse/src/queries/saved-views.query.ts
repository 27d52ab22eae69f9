import { ViewRecord } from '../rows/views.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What somebody may see of the saved views: their own and all shared ones, removed ones left out, oldest first. */
export const savedViews = ({ owner }: { readonly owner: string }): Query<ViewRecord> => ({
  name: 'saved-views',
  row: ViewRecord,
  sql: sql`
    SELECT view_id AS id, version, owner, body AS view, at AS savedAt
    FROM (
      SELECT *
      FROM saved_view FINAL
      ORDER BY view_id, version DESC
      LIMIT 1 BY view_id)
    WHERE removed = 0 AND (visibility = 'shared' OR owner = ${bind(owner, 'String')})
    ORDER BY savedAt, id`,
});
