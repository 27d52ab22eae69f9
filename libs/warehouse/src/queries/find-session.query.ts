import { Session } from '../rows/identity.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The session of a token, if there ever was one; whether it still holds is for the caller to say. */
export const findSession = (tokenHash: string): Query<Session> => ({
  name: 'find-session',
  row: Session,
  sql: sql`
    SELECT token_hash AS tokenHash, account, created_at AS createdAt, expires_at AS expiresAt, seen_at AS seenAt,
           ended_at AS endedAt
    FROM session FINAL
    WHERE token_hash = ${bind(tokenHash, 'String')}`,
});
