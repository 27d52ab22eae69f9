import { totalmem } from 'node:os';
import type { Limits } from './child/child-config.ts';

export interface EngineLog {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

export interface EngineOptions {
  /** Made if it does not exist. Holds `owner.json`, `store/` (the tables), `spool/` and `backups/`. */
  readonly directory: string;
  /** The bundled child. Left out when running from the repository: then it is compiled on the fly. */
  readonly childEntry?: string;
  /** Fixed port on 127.0.0.1; by default the system chooses one at the first start, and it stays the same after. */
  readonly port?: number;
  /** Zone of the engine itself; UTC. Columns and `session_timezone` carry the zones of users. */
  readonly timeZone?: string;
  /** Where `BACKUP … TO File()` may write; by default `backups/` in the directory. */
  readonly backupDirectory?: string;
  /** For the whole engine. Default: half of the machine's memory. */
  readonly maxMemoryBytes?: number;
  /** Queries that run at once. Default 16. Reads and writes may each use three quarters of them. */
  readonly maxConcurrent?: number;
  /** Queries that wait; one more is refused with 503 and code 202. Default 128. */
  readonly maxQueued?: number;
  /** How long a query may wait for its turn. Default 30 000. */
  readonly queueTimeoutMs?: number;
  /** Bodies and held-back results on disk at any time. Default 16 GiB. */
  readonly maxSpoolBytes?: number;
  /** SQL text of one request, without the data behind INSERT … FORMAT. Default 16 MiB. */
  readonly maxStatementBytes?: number;
  /** Default of `max_execution_time`. Default 300; a request may set its own. */
  readonly maxExecutionSeconds?: number;
  /** How long the first start may take. Default 60 000. */
  readonly startTimeoutMs?: number;
  /** Told of starts, ends and whatever the child prints. By default warnings and errors go to stderr. */
  readonly log?: (entry: EngineLog) => void;
}

const GIB = 1024 ** 3;

/** The limits of a child, with their defaults. */
export const limitsOf = (options: EngineOptions): Limits => ({
  maxMemoryBytes: options.maxMemoryBytes ?? Math.floor(totalmem() / 2),
  maxConcurrent: options.maxConcurrent ?? 16,
  maxQueued: options.maxQueued ?? 128,
  queueTimeoutMs: options.queueTimeoutMs ?? 30_000,
  maxSpoolBytes: options.maxSpoolBytes ?? 16 * GIB,
  maxStatementBytes: options.maxStatementBytes ?? 16 * 1024 ** 2,
  maxExecutionSeconds: options.maxExecutionSeconds ?? 300,
});

export const logToStderr = ({ level, message }: EngineLog): void => {
  if (level !== 'info') process.stderr.write(`engine: ${message}\n`);
};
