import type { Warehouse } from '../connection/warehouse.ts';
import type { NoticeRecord } from '../rows/warnings.ts';

/** Keeps notices by their id; one with as many attempts or more replaces. */
export async function saveNotices(warehouse: Warehouse, notices: readonly NoticeRecord[]): Promise<void> {
  await warehouse.insert(
    'notice',
    notices.map(({ noticeId, alertId, nextAt, ...rest }) => ({
      ...rest,
      notice_id: noticeId,
      alert_id: alertId,
      next_at: nextAt,
    })),
  );
}
