import type { Warehouse } from '../connection/warehouse.ts';
import type { AuditEvent } from '../rows/identity.ts';

/** Adds to the audit log. */
export async function saveAuditEvents(warehouse: Warehouse, events: readonly AuditEvent[]): Promise<void> {
  await warehouse.insert('audit_event', events);
}
