import type { Problem } from '@tocsin/contracts';
import { ApiError, kindOfStatus } from './api-error.ts';

/** An endpoint of contracts, by type only: its schemas stay on the server, and zod out of the bundle. */
interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly reply: { parse(value: unknown): unknown };
}
type ReplyOf<E extends Endpoint> = ReturnType<E['reply']['parse']>;

export type QueryValue = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

export interface Options {
  readonly query?: Query;
  /** Fills `:id` in the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Calls an endpoint and gives its JSON reply. The path is checked against the contract when compiled. */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  options: Options = {},
): Promise<ReplyOf<E>> {
  const response = await send(method, path, options);
  return (await response.json()) as ReplyOf<E>;
}

/** Sends a request; anything but a success becomes an ApiError. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const { body, headers, signal } = options;
  const isRaw = body instanceof Blob;
  const response = await fetch(addressOf(path, options), {
    method,
    signal,
    credentials: 'same-origin',
    headers: { ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : isRaw ? body : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('offline');
  });
  if (response.ok) return response;
  throw new ApiError(kindOfStatus(response.status), await problemOf(response));
}

/** The address of a request: parameters in the path, lists joined by commas, empty ones left out. */
export function addressOf(path: string, { query = {}, params = {} }: Pick<Options, 'query' | 'params'>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = typeof value === 'object' ? value.join(',') : value === undefined ? '' : String(value);
    if (text !== '') search.set(name, text);
  }
  const tail = search.toString();
  return tail === '' ? filled : `${filled}?${tail}`;
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  const value = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  return typeof value?.title === 'object' ? (value as Problem) : undefined;
}
