import { PulledObject } from '../rows/pulls.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every object that a feed has fetched, as it was the last time. */
export const pulledObjects = (feed: string): Query<PulledObject> => ({
  name: 'pulled-objects',
  row: PulledObject,
  sql: sql`
    SELECT feed, object, etag, last_modified AS lastModified, bytes, import_id AS importId, at
    FROM pulled_object FINAL
    WHERE feed = ${bind(feed, 'String')}
    ORDER BY object, at DESC
    LIMIT 1 BY object`,
});
