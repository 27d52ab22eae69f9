import { DataFeedVersion } from '../rows/feeds.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every version of every feed, oldest first: what is expected of it, and since when. */
export const dataFeedVersions = (): Query<DataFeedVersion> => ({
  name: 'data-feed-versions',
  row: DataFeedVersion,
  sql: sql`
    SELECT body AS feed, at
    FROM data_feed FINAL
    ORDER BY feed_id, version`,
});
