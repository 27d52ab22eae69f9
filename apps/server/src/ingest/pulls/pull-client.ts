import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { ReachableHosts } from './reachable-hosts.ts';
import { PullTrouble, pointsElsewhere, tooSlow, unreachable } from './pull-trouble.ts';

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether to go where the same host points; signed requests are valid for one address only. */
  readonly follow?: boolean;
}

export interface ClientOptions {
  readonly hosts: ReachableHosts;
  /** How long nothing at all may come. */
  readonly idleMs?: number;
  /** How long one answer may take altogether, body included. */
  readonly wholeMs?: number;
}

const MOST_HOPS = 5;

/**
 * Reads from addresses that people have entered: only from hosts that may be reached, never without end. Built on
 * node:http because that is where the look-up of a name can be watched at the moment of connecting; connections are
 * its own, as one that another part of the server holds to an internal host must not be used here.
 */
export class PullClient {
  readonly #agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };
  readonly #options: Required<ClientOptions>;

  constructor(options: ClientOptions) {
    this.#options = { idleMs: 60_000, wholeMs: 6 * 3_600_000, ...options };
  }

  /** The answer, whatever its status; the body is a stream that must be read or destroyed. Throws PullTrouble. */
  async get(url: URL, asked: Asked = {}): Promise<IncomingMessage> {
    let from = url;
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      const answer = await this.#once(from, asked.headers ?? {});
      const { location } = answer.headers;
      const { statusCode = 0 } = answer;
      if (asked.follow !== true || ![301, 302, 303, 307, 308].includes(statusCode)) return answer;
      answer.destroy();
      from = nextHop(from, location);
    }
    throw pointsElsewhere(url, from.host);
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  #once(url: URL, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> {
    const { hosts, idleMs, wholeMs } = this.#options;
    const lookup = hosts.lookupFor(url);
    const [{ request }, agent] =
      url.protocol === 'https:' ? [https, this.#agents['https:']] : [http, this.#agents['http:']];
    return new Promise((done, fail) => {
      const sent = request(url, {
        ...{ agent, lookup, timeout: idleMs, signal: AbortSignal.timeout(wholeMs) },
        headers: { 'accept-encoding': 'identity', 'user-agent': 'tocsin', ...headers },
      });
      let answer: IncomingMessage | undefined;
      sent.on('timeout', () => {
        const slow = tooSlow(url);
        answer?.destroy(slow);
        sent.destroy(slow);
      });
      sent.on('error', (error) => fail(told(url, error)));
      sent.on('response', (response) => {
        answer = response;
        done(response);
      });
      sent.end();
    });
  }
}

/** What went wrong with a connection, in words for people. */
function told(url: URL, error: Error): Error {
  if (error instanceof PullTrouble) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return tooSlow(url);
  if ('code' in error && typeof error.code === 'string') return unreachable(url, error.code);
  return unreachable(url, error.name);
}

/** Never to another host, and never from a sealed line to an open one. */
function nextHop(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) throw pointsElsewhere(from, '?');
  const to = new URL(location, from);
  if (to.host !== from.host || (to.protocol !== from.protocol && to.protocol !== 'https:')) {
    throw pointsElsewhere(from, to.host);
  }
  return to;
}
