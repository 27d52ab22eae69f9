import { Account } from '../rows/identity.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every account as its newest version left it, disabled ones too. */
export const listAccounts = (): Query<Account> => ({
  name: 'list-accounts',
  row: Account,
  sql: sql`
    SELECT name, version, role, organisations, password_hash AS passwordHash, email, disabled, at, by
    FROM account FINAL
    ORDER BY name, version DESC
    LIMIT 1 BY name`,
});
