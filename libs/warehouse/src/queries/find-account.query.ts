import { Account } from '../rows/identity.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** One account as its newest version left it, if there is one. */
export const findAccount = (name: string): Query<Account> => ({
  name: 'find-account',
  row: Account,
  sql: sql`
    SELECT name, version, role, organisations, password_hash AS passwordHash, email, disabled, at, by
    FROM account FINAL
    WHERE name = ${bind(name, 'String')}
    ORDER BY version DESC
    LIMIT 1`,
});
