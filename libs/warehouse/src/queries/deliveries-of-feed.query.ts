import { NewestOfFeed } from '../rows/feeds.ts';
import { bind } from '../sql/bind.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The imports of a feed that became visible at or after a moment, oldest first. */
export const deliveriesOfFeed = ({
  feed,
  since,
}: {
  readonly feed: string;
  readonly since: Date;
}): Query<NewestOfFeed> => ({
  name: 'deliveries-of-feed',
  row: NewestOfFeed,
  sql: sql`
    SELECT feed, batch_id AS importId, finished_at AS finishedAt
    FROM import_batch FINAL
    WHERE feed = ${bind(feed, 'String')} AND state = 'done' AND dry_run = 0 AND finished_at >= ${instant(since)}
    ORDER BY finished_at, batch_id`,
});
