import { engineError } from './engine-error.ts';

/** A string literal of ClickHouse. */
export const literal = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

/** A quoted name of ClickHouse. */
export const quotedName = (name: string): string => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

/**
 * Carries the engine's own id of a request into `system.processes`, by which an abandoned query is found and killed.
 * chDB gives every query a random id and accepts none, its configuration has no custom settings, and `log_comment`
 * belongs to the client. This setting means something to stream-like tables only, of which there are none.
 */
export const REQUEST_MARK = 'stream_like_engine_insert_queue';

/** What one request sets in its session. */
export interface RequestSettings {
  readonly settings: ReadonlyMap<string, string>;
  /** Values of `{name:Type}`, escaped as ClickHouse's HTTP interface wants them. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly database: string | undefined;
  /** GET and HEAD may not change anything, as on a server. */
  readonly readOnly: boolean;
}

/**
 * The statements that prepare a fresh session for a request.
 * `readonly` is set last, since nothing can be set after it. Unknown settings make the engine answer with code 115.
 */
export function preparation(request: RequestSettings, mark: string, defaults: ReadonlyMap<string, string>): string {
  const all = new Map([...defaults, ...request.settings]);
  const readonly = all.get('readonly') ?? (request.readOnly ? '2' : undefined);
  all.delete('readonly');
  all.set(REQUEST_MARK, mark);
  for (const [name, value] of request.parameters) all.set(`param_${name}`, value);
  if (readonly !== undefined) all.set('readonly', readonly);
  const set = `SET ${[...all].map(([name, value]) => `${checked(name)} = ${literal(value)}`).join(', ')}`;
  return request.database ? `USE ${quotedName(request.database)}; ${set}` : set;
}

function checked(name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw engineError('UNKNOWN_SETTING', `Unknown setting '${name}'.`);
  return name;
}
