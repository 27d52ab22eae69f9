import { CreateAccount, ListAccounts, PutPassword } from '@tocsin/contracts';
import type { Connection } from '../connection.ts';

export const DEMO_ACCOUNT = 'demo';

/** Makes the demo's account, or gives it a new password: whoever starts the demo can always sign in. */
export async function openDemoAccount(connection: Connection, password: string): Promise<void> {
  const { accounts } = ListAccounts.reply.parse(await (await connection.fetch(ListAccounts.path)).json());
  const exists = accounts.some(({ name }) => name === DEMO_ACCOUNT);
  const send = (method: string, path: string, body: object) =>
    connection.fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (exists) await send(PutPassword.method, PutPassword.path.replace(':name', DEMO_ACCOUNT), { password });
  else await send(CreateAccount.method, CreateAccount.path, { name: DEMO_ACCOUNT, password, role: 'admin' });
}
