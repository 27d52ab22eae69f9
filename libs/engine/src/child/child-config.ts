/** Everything the child needs, sent by its parent as the first message. Never in argv or the environment: it is secret. */
export interface ChildConfig {
  /** Where chDB keeps its tables. */
  readonly storePath: string;
  /** Request bodies and results pass through here; emptied at start. */
  readonly spoolPath: string;
  readonly backupPath: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly timeZone: string;
  readonly limits: Limits;
}

export interface Limits {
  /** For the whole engine; a query that would exceed it fails with code 241. */
  readonly maxMemoryBytes: number;
  /** Queries that run at the same time. */
  readonly maxConcurrent: number;
  /** Queries that wait; the next one is refused with 503. */
  readonly maxQueued: number;
  readonly queueTimeoutMs: number;
  /** Request bodies and held-back results on disk, all together. */
  readonly maxSpoolBytes: number;
  /** SQL text, without the data of an INSERT … FORMAT. */
  readonly maxStatementBytes: number;
  /** Default of `max_execution_time`, in seconds. */
  readonly maxExecutionSeconds: number;
}

/** What the child tells its parent. */
export type ChildMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'ready'; readonly port: number; readonly version: string }
  | { readonly type: 'failed'; readonly message: string; readonly code: number };

/** What the parent tells the child. */
export type ParentMessage = { readonly type: 'start'; readonly config: ChildConfig } | { readonly type: 'stop' };
