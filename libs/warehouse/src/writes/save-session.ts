import type { Warehouse } from '../connection/warehouse.ts';
import type { Session } from '../rows/identity.ts';

/** Keeps a session by the hash of its token; the last one saved is the current one. */
export async function saveSession(warehouse: Warehouse, session: Session): Promise<void> {
  await warehouse.insert('session', [
    {
      token_hash: session.tokenHash,
      account: session.account,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      seen_at: session.seenAt,
      ended_at: session.endedAt,
      revision: warehouse.nextMark(),
    },
  ]);
}
