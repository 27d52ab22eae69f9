import { NewestOfFeed } from '../rows/feeds.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The last import of each feed that became visible; feeds without one are left out. */
export const newestImportsByFeed = (): Query<NewestOfFeed> => ({
  name: 'newest-imports-by-feed',
  row: NewestOfFeed,
  sql: sql`
    SELECT feed, batch_id AS importId, finished_at AS finishedAt
    FROM import_batch FINAL
    WHERE feed != '' AND state = 'done' AND dry_run = 0
    ORDER BY feed, finished_at DESC, batch_id
    LIMIT 1 BY feed`,
});
