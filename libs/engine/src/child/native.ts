import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A session of the embedded engine: settings, parameters and current database of its own, data shared. */
export type Connection = object & { readonly __connection: unique symbol };

/** What chDB reports of a statement that read. `rowsRead` are the rows of its result, `elapsed` is in seconds. */
export interface ReadResult {
  readonly bytes: Buffer;
  readonly elapsed: number;
  readonly rowsRead: number;
}

/** What chDB reports of a statement that wrote; rows written through materialized views are included, as on a server. */
export interface WriteResult {
  readonly elapsed: number;
  readonly rowsWritten: number;
  readonly bytesWritten: number;
}

/**
 * The part of chDB's native addon that the engine uses.
 *
 * The addon is called directly and not through chDB's `Session` class, for three reasons that were measured:
 * `Session.queryBindAsync` runs all parameterised queries of the process one after another; `Session.close()` waits for
 * the queries of *all* sessions, so one long query would keep every finished session open; and only the addon's raw
 * insert tells how many rows an INSERT wrote. The rule that `Session` guards with that wait is kept here in a
 * simpler way: a connection is closed when its own statement has settled, never before.
 */
interface NativeChdb {
  CreateConnection(path: string, args: readonly string[]): Connection;
  CloseConnection(connection: Connection): void;
  QueryAsyncConnection(connection: Connection, sql: string, format: string): Promise<ReadResult>;
  InsertRawAsyncConnection(
    connection: Connection,
    sql: string,
    data: Buffer,
    countLines: boolean,
  ): Promise<WriteResult>;
}

const requireFrom = createRequire(import.meta.url);

/** chDB picks the library of this platform in a module that its `exports` do not name, hence the path. */
const loadNative = (): NativeChdb =>
  (
    requireFrom(join(dirname(requireFrom.resolve('chdb')), 'dist', 'loader.js')) as { loadNative(): NativeChdb }
  ).loadNative();

export const chdb = loadNative();
