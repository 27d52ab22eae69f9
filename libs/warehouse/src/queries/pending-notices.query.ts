import { NoticeRecord } from '../rows/warnings.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Notices that are still to be sent and whose turn it is, oldest first. */
export const pendingNotices = ({ at }: { readonly at: Date }): Query<NoticeRecord> => ({
  name: 'pending-notices',
  row: NoticeRecord,
  sql: sql`
    SELECT notice_id AS noticeId, alert_id AS alertId, seq, channel, recipient, state, at, attempts, error, next_at AS nextAt
    FROM notice FINAL
    WHERE state = 'pending' AND (next_at IS NULL OR next_at <= ${instant(at)})
    ORDER BY at, noticeId`,
});
