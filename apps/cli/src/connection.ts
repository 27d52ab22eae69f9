import type { Owner } from '@tocsin/server';
import { Problem } from '@tocsin/contracts';
import { CommandFailure } from './command-failure.ts';

/** A server to talk to as administrator: the running one, or one of our own that ends with the command. */
export interface Connection {
  readonly url: string;
  /** Sends a request below `url`; throws CommandFailure with the server's own words when it refuses. */
  fetch(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Finds the server that owns the data directory, or starts the whole server in this process on a free port.
 * Ours listens on this machine only and looks at no clock: it does what it is asked and nothing else.
 */
export async function connect(): Promise<Connection> {
  const { createServer, loadConfig, readOwner } = await import('@tocsin/server');
  const owner = readOwner(loadConfig().dataDirectory);
  if (owner !== undefined && (await isAnswering(owner))) return over(owner.url, owner.token, () => Promise.resolve());
  const server = await createServer({ host: '127.0.0.1', port: 0, schedule: false }, { quiet: true });
  return over(server.url, server.localToken, () => server.stop());
}

/** A connection to a server whose token is known. */
export function over(url: string, token: string, close: () => Promise<void>): Connection {
  return {
    url,
    close,
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      const answer = await fetch(url + path, { ...init, headers });
      if (!answer.ok) throw await refusal(answer);
      return answer;
    },
  };
}

/** Runs `work` with a connection and closes it whatever happens. */
export async function withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect();
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function isAnswering({ url }: Owner): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function refusal(answer: Response): Promise<CommandFailure> {
  const problem = Problem.safeParse(await answer.json().catch(() => undefined));
  if (!problem.success) return new CommandFailure(`The server answered ${answer.status}.`);
  const { title, detail, errors = [] } = problem.data;
  const lines = errors.map(({ path, message }) => `  ${path}: ${message}`);
  return new CommandFailure([`${title.en}.${detail ? ` ${detail.en}` : ''}`, ...lines].join('\n'));
}
