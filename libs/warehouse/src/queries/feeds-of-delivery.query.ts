import type { Import } from '@tocsin/contracts';
import { FeedId } from '../rows/feeds.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What tells the feed of a delivery that names none. */
export interface Delivered {
  readonly channel: Import['channel'];
  readonly profile: string;
  /** Who sent it: the account, or `key:LABEL`. */
  readonly requestedBy: string;
}

/**
 * The feeds that a delivery may belong to, switched off ones left out; two are enough to know that it cannot be told. An
 * API feed is told by its key, an upload feed by its profile. A pull and a folder name theirs
 * themselves.
 */
export const feedsOfDelivery = ({ channel, profile, requestedBy }: Delivered): Query<FeedId> => ({
  name: 'feeds-of-delivery',
  row: FeedId,
  sql: sql`
    SELECT feed_id AS feed
    FROM (SELECT feed_id, argMax(body, version) AS newest FROM data_feed GROUP BY feed_id)
    WHERE JSONExtractString(newest, 'kind') = ${bind(channel, 'String')} AND JSONExtractString(newest, 'profile') = ${bind(profile, 'String')}
      AND JSONExtractBool(newest, 'enabled')
      AND (JSONExtractString(newest, 'kind') != 'api' OR concat('key:', JSONExtractString(newest, 'apiKey')) = ${bind(requestedBy, 'String')})
    ORDER BY feed
    LIMIT 2`,
});
