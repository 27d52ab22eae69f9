import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Warehouse, saveAuditEvents } from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';

export type AuditAction =
  | 'set-up'
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-out'
  | 'account-created'
  | 'password-changed'
  | 'key-created'
  | 'key-revoked'
  | 'import-withdrawn'
  | 'import-cancelled'
  | 'erasure-requested'
  | 'feed-changed'
  | 'rejected-rows-taken'
  | 'export-requested'
  | 'export-taken'
  | 'view-shared'
  | 'view-removed'
  | 'map-given'
  | 'map-removed'
  | 'profile-kept'
  | 'rule-changed'
  | 'rule-switched-on'
  | 'rule-switched-off'
  | 'rule-removed'
  | 'incidents-changed'
  | 'warning-judged';

/** Who did what to whom, kept for good. Details never hold secrets or a complainant's data. */
@Injectable()
export class Audit {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async note(actor: string, action: AuditAction, subject: string, detail: object = {}): Promise<void> {
    const at = this.clock.now().toISOString();
    const event = { id: randomUUID(), at, actor, action, subject, detail: JSON.stringify(detail) };
    await saveAuditEvents(this.warehouse, [event]);
  }
}
