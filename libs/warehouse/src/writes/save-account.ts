import type { Warehouse } from '../connection/warehouse.ts';
import type { Account } from '../rows/identity.ts';

/** Adds a version of an account. Versions are never changed: the caller takes the next number. */
export async function saveAccount(warehouse: Warehouse, account: Account): Promise<void> {
  const { passwordHash, disabled, ...rest } = account;
  await warehouse.insert('account', [{ ...rest, password_hash: passwordHash, disabled: disabled ? 1 : 0 }]);
}
