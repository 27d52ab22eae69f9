import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { days } from './days-setting.ts';

/** Everything about this server that can be set from outside; frozen, in product terms and plain units. */
export interface Config {
  /** Absolute. Holds the embedded engine's tables, waiting imports and owner.json. */
  readonly dataDirectory: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Address under which people reach the server, without a slash at its end; links in mails start with it. */
  readonly publicUrl: string | undefined;
  /** Whether X-Forwarded-… headers are believed; only behind a proxy that sets them. */
  readonly trustProxy: boolean;
  /** IANA name; days and months are counted in it. Fixed at the first start. */
  readonly timeZone: string;
  readonly clickhouse: {
    /** Absent: the embedded engine works on the data directory. */
    readonly url: string | undefined;
    readonly username: string;
    readonly password: string;
    readonly database: string;
    readonly cluster: string | undefined;
  };
  readonly engine: { readonly memoryBytes: number };
  readonly smtp: {
    /** Absent: no mail is sent. */
    readonly url: string | undefined;
    readonly from: string;
    readonly to: readonly string[];
  };
  readonly session: {
    readonly hours: number;
    /** `auto`: Secure when the request came by https. */
    readonly secureCookie: 'auto' | 'always' | 'never';
  };
  readonly import: { readonly workers: number; readonly maxBytes: number };
  /** Files sent piece by piece: how long one may lie untouched, and how many bytes all of them may have. */
  readonly uploads: { readonly hours: number; readonly maxBytes: number };
  /** What each API key and each session may ask for in a minute; 0 is no limit. Reading is counted apart, and ten times as much. */
  readonly limits: { readonly requestsPerMinute: number; readonly rowsPerMinute: number };
  /** Internal hosts, `name` or `name:port`, that pulls may reach all the same. */
  readonly pullHosts: readonly string[];
  /** A folder into which files are put to be imported (absolute; absent: none), and how often it is looked into. */
  readonly watch: { readonly folder: string | undefined; readonly seconds: number };
  /** Keys the hashes of personal data. Empty: the server makes one at the first start and keeps it in the data directory. */
  readonly hashKey: string;
  /** Refused rows as they came: sealed under this key (empty: made at the first start), kept for so many days; 0 keeps none. */
  readonly originals: { readonly key: string; readonly days: number };
  /** How many days a table that was written in the background is kept. */
  readonly exports: { readonly days: number };
  /** The built web app; absent: looked for beside the server. */
  readonly webDirectory: string | undefined;
  /** Whether scheduled and start-up runs of the pipeline happen; imports always start one. */
  readonly schedule: boolean;
}

export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

const GIB = 1024 ** 3;
const isTimeZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const text = z.string().min(1);
/** Parts with commas between them. */
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
const address = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const perMinute = (what: string) =>
  z.coerce
    .number({ error: `must be a whole number of ${what} a minute, 0 for no limit` })
    .int()
    .min(0)
    .max(1e9);

/** Each variable, what it may be, and its value when it is not set. The messages end a sentence that names it. */
const variables = {
  TOCSIN_DATA: text.default('./data'),
  TOCSIN_HOST: text.default('127.0.0.1'),
  TOCSIN_PORT: z.coerce.number({ error: 'must be a port number, 0 to 65535' }).int().min(0).max(65_535).default(7070),
  TOCSIN_PUBLIC_URL: address('http:', 'https:').optional(),
  TOCSIN_TRUST_PROXY: flag.default(false),
  TOCSIN_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be an IANA time zone such as Asia/Shanghai' })
    .default('Asia/Shanghai'),
  TOCSIN_ENGINE_MEMORY_GIB: z.coerce
    .number({ error: 'must be a number of GiB, such as 2 or 0.5' })
    .min(0.25, { error: 'must be at least 0.25 GiB' })
    .default(2),
  TOCSIN_SESSION_HOURS: z.coerce
    .number({ error: 'must be a number of hours' })
    .positive()
    .max(24 * 90)
    .default(12),
  TOCSIN_SECURE_COOKIE: z.enum(['auto', 'always', 'never']).default('auto'),
  TOCSIN_IMPORT_WORKERS: z.coerce.number({ error: 'must be a number from 1 to 16' }).int().min(1).max(16).default(2),
  TOCSIN_IMPORT_MAX_GIB: z.coerce.number({ error: 'must be a number of GiB' }).positive().default(64),
  TOCSIN_UPLOAD_HOURS: z.coerce.number({ error: 'must be a number of hours' }).positive().max(8760).default(24),
  TOCSIN_UPLOADS_MAX_GIB: z.coerce.number({ error: 'must be a number of GiB' }).positive().default(128),
  TOCSIN_API_REQUESTS_PER_MINUTE: perMinute('requests').default(600),
  TOCSIN_API_ROWS_PER_MINUTE: perMinute('rows').default(5_000_000),
  TOCSIN_PULL_HOSTS: list,
  TOCSIN_WATCH_FOLDER: text.optional(),
  TOCSIN_WATCH_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0.1, { error: 'must be at least 0.1 seconds' })
    .max(3600, { error: 'must be at most 3600 seconds' })
    .default(5),
  TOCSIN_HASH_KEY: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  TOCSIN_ORIGINALS_KEY: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  TOCSIN_ORIGINALS_DAYS: days(0, 3650).default(30),
  TOCSIN_EXPORT_DAYS: z.coerce.number({ error: 'must be a number of days, 1 to 365' }).int().min(1).max(365).default(7),
  TOCSIN_WEB: text.optional(),
  TOCSIN_SCHEDULE: flag.default(true),
  TOCSIN_SMTP_URL: address('smtp:', 'smtps:').optional(),
  TOCSIN_MAIL_FROM: text.default('tocsin@localhost'),
  TOCSIN_MAIL_TO: list,
  CLICKHOUSE_URL: address('http:', 'https:').optional(),
  CLICKHOUSE_USER: text.default('default'),
  CLICKHOUSE_PASSWORD: z.string().default(''),
  CLICKHOUSE_DATABASE: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, { error: 'must be a name of letters, digits and underscores' })
    .default('tocsin'),
  CLICKHOUSE_CLUSTER: text.optional(),
};
const Variables = z.object(variables);

/** These may also be given as the path of a file, in `NAME_FILE`. */
const SECRETS = ['CLICKHOUSE_PASSWORD', 'TOCSIN_SMTP_URL', 'TOCSIN_HASH_KEY', 'TOCSIN_ORIGINALS_KEY'] as const;

/**
 * Reads the settings from environment variables (see `variables`).
 * Throws BadConfig with one sentence per wrong variable: its name, what is wrong and what to set instead.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Variables.safeParse({ ...given(env), ...secretsFromFiles(env) });
  if (!parsed.success) {
    throw new BadConfig(parsed.error.issues.map((issue) => sentence(issue, env)).join('\n'));
  }
  return deepFreeze(toConfig(parsed.data));
}

function toConfig(set: z.output<typeof Variables>): Config {
  return {
    dataDirectory: resolve(set.TOCSIN_DATA),
    host: set.TOCSIN_HOST,
    port: set.TOCSIN_PORT,
    publicUrl: set.TOCSIN_PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: set.TOCSIN_TRUST_PROXY,
    timeZone: set.TOCSIN_TIME_ZONE,
    clickhouse: {
      url: set.CLICKHOUSE_URL,
      username: set.CLICKHOUSE_USER,
      password: set.CLICKHOUSE_PASSWORD,
      database: set.CLICKHOUSE_DATABASE,
      cluster: set.CLICKHOUSE_CLUSTER,
    },
    engine: { memoryBytes: Math.round(set.TOCSIN_ENGINE_MEMORY_GIB * GIB) },
    smtp: { url: set.TOCSIN_SMTP_URL, from: set.TOCSIN_MAIL_FROM, to: set.TOCSIN_MAIL_TO },
    session: { hours: set.TOCSIN_SESSION_HOURS, secureCookie: set.TOCSIN_SECURE_COOKIE },
    import: { workers: set.TOCSIN_IMPORT_WORKERS, maxBytes: Math.round(set.TOCSIN_IMPORT_MAX_GIB * GIB) },
    uploads: { hours: set.TOCSIN_UPLOAD_HOURS, maxBytes: Math.round(set.TOCSIN_UPLOADS_MAX_GIB * GIB) },
    limits: {
      requestsPerMinute: set.TOCSIN_API_REQUESTS_PER_MINUTE,
      rowsPerMinute: set.TOCSIN_API_ROWS_PER_MINUTE,
    },
    pullHosts: set.TOCSIN_PULL_HOSTS,
    watch: {
      folder: set.TOCSIN_WATCH_FOLDER === undefined ? undefined : resolve(set.TOCSIN_WATCH_FOLDER),
      seconds: set.TOCSIN_WATCH_SECONDS,
    },
    hashKey: set.TOCSIN_HASH_KEY ?? '',
    originals: { key: set.TOCSIN_ORIGINALS_KEY ?? '', days: set.TOCSIN_ORIGINALS_DAYS },
    exports: { days: set.TOCSIN_EXPORT_DAYS },
    webDirectory: set.TOCSIN_WEB === undefined ? undefined : resolve(set.TOCSIN_WEB),
    schedule: set.TOCSIN_SCHEDULE,
  };
}

/** An empty variable counts as not set: that is how compose files and service units leave one out. */
function given(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set = Object.keys(variables).map((name) => [name, env[name]?.trim() ?? ''] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== ''));
}

function secretsFromFiles(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`];
    if (path === undefined || path === '') continue;
    if (env[name]) throw new BadConfig(`${name} and ${name}_FILE are both set: keep one of them.`);
    try {
      found[name] = readFileSync(path, 'utf8').trim();
    } catch {
      throw new BadConfig(`${name}_FILE names ${path}, which cannot be read: check the path and its permissions.`);
    }
  }
  return found;
}

function sentence(issue: z.core.$ZodIssue, env: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const isSecret = SECRETS.some((secret) => secret === name);
  const value = isSecret ? '' : ` is "${env[name] ?? ''}", but`;
  const message = issue.message.startsWith('must') ? issue.message : `is not valid (${issue.message})`;
  return `${name}${value} ${value === '' ? message : `it ${message}`}. Set it to a valid value or leave it out.`;
}

/** Freezes an object and every object in it. */
export function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
