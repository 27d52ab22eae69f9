import { NoticeRecord } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Who was told about one warning, oldest first. */
export const noticesOfAlert = (alertId: string): Query<NoticeRecord> => ({
  name: 'notices-of-alert',
  row: NoticeRecord,
  sql: sql`
    SELECT notice_id AS noticeId, alert_id AS alertId, seq, channel, recipient, state, at, attempts, error, next_at AS nextAt
    FROM notice FINAL
    WHERE alert_id = ${bind(alertId, 'String')}
    ORDER BY at, noticeId`,
});
