import { DataFeedRecord } from '../rows/feeds.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest version of every feed, switched off ones too, and when its first version was kept. */
export const currentDataFeeds = (): Query<DataFeedRecord> => ({
  name: 'current-data-feeds',
  row: DataFeedRecord,
  sql: sql`
    SELECT body AS feed, version, sealed, min(at) OVER (PARTITION BY feed_id) AS createdAt
    FROM data_feed FINAL
    ORDER BY feed_id, version DESC
    LIMIT 1 BY feed_id`,
});
