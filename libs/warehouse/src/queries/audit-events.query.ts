import { AuditEvent } from '../rows/identity.ts';
import { bind } from '../sql/bind.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest entries of the audit log first; `before` pages back. */
export const auditEvents = ({
  limit,
  before,
}: {
  readonly limit: number;
  readonly before?: Date;
}): Query<AuditEvent> => ({
  name: 'audit-events',
  row: AuditEvent,
  sql: sql`
    SELECT id, at, actor, action, subject, detail
    FROM audit_event FINAL
    WHERE ${before === undefined ? sql`1` : sql`at < ${instant(before)}`}
    ORDER BY at DESC, id
    LIMIT ${bind(limit, 'UInt32')}`,
});
