import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { engineError } from './engine-error.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Hashing first makes the comparison take the same time whatever the lengths. */
const same = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/** Reads `Authorization: Basic`, or ClickHouse's own headers, or `user` and `password` of the URL. */
function given(request: IncomingMessage, search: URLSearchParams): Credentials {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic) {
    const [username = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { username, password: password.join(':') };
  }
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  return {
    username: header('x-clickhouse-user') ?? search.get('user') ?? 'default',
    password: header('x-clickhouse-key') ?? search.get('password') ?? '',
  };
}

/** Throws code 516 unless the request knows the engine's secret. */
export function authenticate(request: IncomingMessage, search: URLSearchParams, expected: Credentials): void {
  const { username, password } = given(request, search);
  const userFits = same(username, expected.username);
  const passwordFits = same(password, expected.password);
  if (userFits && passwordFits) return;
  throw engineError(
    'AUTHENTICATION_FAILED',
    `${username}: Authentication failed: password is incorrect, or there is no user with such name.`,
  );
}
