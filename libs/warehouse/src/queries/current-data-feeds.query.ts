import { DataFeedRecord } from '../rows/feeds.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest version of every feed, switched off ones too. */
export const currentDataFeeds = (): Query<DataFeedRecord> => ({
  name: 'current-data-feeds',
  row: DataFeedRecord,
  sql: sql`
    SELECT body AS feed, version, sealed
    FROM data_feed FINAL
    ORDER BY feed_id, version DESC
    LIMIT 1 BY feed_id`,
});
