import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { engineError } from './engine-error.ts';
import type { RequestSettings } from './settings.ts';

/** A request as its URL and headers describe it; the body is still unread. */
export interface QueryRequest extends RequestSettings {
  readonly queryId: string;
  /** The `query` of the URL; the body follows it on a new line. */
  readonly query: string;
  readonly defaultFormat: string;
  /** Hold the answer back until the query is over, so that the status is right even for late errors. */
  readonly waitEndOfQuery: boolean;
}

/** Parameters of ClickHouse's HTTP interface that are no settings. Those without meaning here are ignored. */
const NOT_SETTINGS = new Set([
  ...['query', 'database', 'default_format', 'query_id', 'wait_end_of_query', 'user', 'password', 'buffer_size'],
  ...['compress', 'decompress', 'stacktrace', 'quota_key', 'client_protocol_version', 'session_id', 'session_timeout'],
  ...['session_check', 'close_session', 'role'],
]);

/** What is refused because ignoring it would change the meaning of the query. */
const REFUSED: Readonly<Record<string, string>> = {
  session_id: 'Sessions over HTTP are not supported by the embedded engine: send settings with every request',
  role: 'The embedded engine has no roles',
  compress: "ClickHouse's own block compression is not supported: use enable_http_compression=1 and Accept-Encoding",
  decompress: "ClickHouse's own block compression is not supported: use Content-Encoding",
};

/** Reads URL and headers. `search` may also hold the text fields of a multipart body. Throws code 48 for refused ones. */
export function readQueryRequest(request: IncomingMessage, search: URLSearchParams): QueryRequest {
  for (const [name, message] of Object.entries(REFUSED)) {
    const value = search.get(name);
    if (value !== null && value !== '' && value !== '0') throw engineError('NOT_IMPLEMENTED', message);
  }
  const settings = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of search) {
    if (name.startsWith('param_')) parameters.set(name.slice('param_'.length), value);
    else if (!NOT_SETTINGS.has(name)) settings.set(name, value);
  }
  const header = (name: string): string | undefined => request.headers[name]?.toString() || undefined;
  return {
    queryId: search.get('query_id') || randomUUID(),
    query: search.get('query') ?? '',
    defaultFormat: search.get('default_format') || header('x-clickhouse-format') || 'TabSeparated',
    waitEndOfQuery: isOn(search.get('wait_end_of_query')),
    settings,
    parameters,
    database: search.get('database') || header('x-clickhouse-database'),
    readOnly: request.method === 'GET' || request.method === 'HEAD',
  };
}

/** ClickHouse's notion of a switch in a URL. */
export const isOn = (value: string | null | undefined): boolean => value === '1' || value === 'true';
