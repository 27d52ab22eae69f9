import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sendError } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { ChildConfig } from './child-config.ts';
import { EngineError, engineError, parseEngineError } from './engine-error.ts';
import { multipartFields } from './multipart.ts';
import { readQueryRequest } from './query-request.ts';
import { chunksOf, decodedBody, dropRest, readWhole } from './request-body.ts';
import { Readable } from 'node:stream';
import { runQuery, type Engine } from './run-query.ts';

/** Longer than the idle time of clients' sockets, so that it is the client who closes an idle one. */
const KEEP_ALIVE_MS = 30_000;

/** Parameters stand in the URL: ClickHouse's own limit for it (`http_max_uri_size`), not the 16 KiB of Node. */
const MOST_HEADER_BYTES = 2 ** 20;

/** The face of the engine: a server plus what stopping it needs. */
export interface HttpFace {
  readonly server: Server;
  /** Refuses new queries, kills the running ones after `graceMs`, and resolves when all are over. */
  drain(graceMs: number): Promise<void>;
}

/** ClickHouse's HTTP interface over an engine. Not yet listening. */
export function createHttpFace(engine: Engine, config: ChildConfig): HttpFace {
  const running = new Map<string, { readonly done: Promise<void>; readonly cancel: AbortController }>();
  let draining = false;

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', 'http://engine');
    response.setHeader('X-ClickHouse-Server-Display-Name', 'tocsin-engine');
    if (url.pathname === '/ping' || (url.pathname === '/' && incoming.method !== 'POST' && url.search === '')) {
      response.end('Ok.\n');
      return;
    }
    const cancel = new AbortController();
    response.on('close', () => cancel.abort(new Error('the client went away')));
    try {
      authenticate(incoming, url.searchParams, config);
      if (draining) throw engineError('TOO_MANY_SIMULTANEOUS_QUERIES', 'The engine is stopping');
      const body = await withFields(incoming, url.searchParams, engine.maxStatementBytes);
      const request = readQueryRequest(incoming, url.searchParams);
      if (running.has(request.queryId)) {
        throw engineError(
          'QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING',
          `Query with id = ${request.queryId} is already running.`,
        );
      }
      const done = runQuery(engine, { request, incoming, response, body, cancel });
      running.set(request.queryId, { done, cancel });
      await done.finally(() => running.delete(request.queryId));
    } catch (cause) {
      sendError(response, cause instanceof EngineError ? cause : parseEngineError(cause), engine.database.version);
    } finally {
      if (!incoming.readableEnded) dropRest(incoming);
    }
  };

  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0, maxHeaderSize: MOST_HEADER_BYTES },
    (incoming, response) => void handle(incoming, response),
  );
  return {
    server,
    drain: async (graceMs) => {
      draining = true;
      const left = [...running.values()];
      const killer = setTimeout(
        () => left.forEach(({ cancel }) => cancel.abort(new Error('the engine is stopping'))),
        graceMs,
      );
      await Promise.allSettled(left.map(({ done }) => done));
      clearTimeout(killer);
    },
  };
}

/** The decoded body; a multipart one is read at once, and its fields are added to those of the URL. */
async function withFields(incoming: IncomingMessage, search: URLSearchParams, limit: number): Promise<Readable> {
  const body = decodedBody(incoming);
  const type = incoming.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  for (const [name, value] of multipartFields(await readWhole(chunksOf(body), limit), type)) search.append(name, value);
  return Readable.from([]);
}
