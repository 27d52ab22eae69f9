import { NoticeRecord } from '../rows/warnings.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Notices written or changed at or after a moment, oldest first. */
export const noticesSince = ({ since }: { readonly since: Date }): Query<NoticeRecord> => ({
  name: 'notices-since',
  row: NoticeRecord,
  sql: sql`
    SELECT notice_id AS noticeId, alert_id AS alertId, seq, channel, recipient, state, at, attempts, error, next_at AS nextAt
    FROM notice FINAL
    WHERE at >= ${instant(since)}
    ORDER BY at, noticeId`,
});
