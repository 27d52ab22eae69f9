import { z } from 'zod';
import { dataVersionText } from '../facts/data-version.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const DataVersion = z.object({ dataVersion: z.string(), deliveries: z.string() });
export type DataVersion = z.infer<typeof DataVersion>;

/**
 * Names the state of the data that figures come from, and that of what feeds have promised and delivered: equal names, equal
 * figures, equal deliveries. A delivery without a row changes the second alone.
 */
export const dataVersion = (): Query<DataVersion> => ({
  name: 'data-version',
  row: DataVersion,
  sql: sql`
    SELECT ${dataVersionText} AS dataVersion,
           concat(
             toString((SELECT uniqExact(feed_id, version) FROM data_feed)), '-',
             toString((SELECT max(revision) FROM import_batch WHERE feed != '' AND state IN ('done', 'withdrawn')))) AS deliveries`,
});
