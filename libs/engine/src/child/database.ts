import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChildConfig } from './child-config.ts';
import { chdb, type Connection } from './native.ts';
import { parseEngineError } from './engine-error.ts';
import { literal, REQUEST_MARK } from './settings.ts';

/** How long to wait between two attempts to kill: a query may not have registered yet when the first one comes. */
const KILL_EVERY_MS = 100;

const escapeXml = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** chDB takes server settings from a file only. */
const serverConfig = ({ limits, timeZone, backupPath, spoolPath }: ChildConfig): string => `<clickhouse>
  <max_server_memory_usage>${limits.maxMemoryBytes}</max_server_memory_usage>
  <timezone>${escapeXml(timeZone)}</timezone>
  <user_files_path>${escapeXml(spoolPath)}</user_files_path>
  <backups><allowed_path>${escapeXml(backupPath)}</allowed_path></backups>
</clickhouse>
`;

/** The embedded database: one connection kept open so that the tables stay loaded, and a fresh one for each request. */
export class Database {
  private readonly anchor: Connection;

  private constructor(
    private readonly storePath: string,
    readonly version: string,
    anchor: Connection,
  ) {
    this.anchor = anchor;
  }

  /** Opens the store. Throws code 76 if another process has it open. */
  static async open(config: ChildConfig): Promise<Database> {
    const configFile = join(dirname(config.storePath), 'engine.xml');
    writeFileSync(configFile, serverConfig(config), { mode: 0o600 });
    try {
      const anchor = chdb.CreateConnection(config.storePath, [`--config-file=${configFile}`]);
      const { bytes } = await chdb.QueryAsyncConnection(anchor, 'SELECT version()', 'TSVRaw');
      return new Database(config.storePath, bytes.toString().trim(), anchor);
    } catch (cause) {
      throw parseEngineError(cause);
    }
  }

  /**
   * Runs `use` in a session of its own, so that no setting, parameter or database leaks into another request.
   * The session is closed only when `use` has settled: closing a busy one would abort the whole engine.
   * Errors come out as EngineError.
   */
  async inSession<T>(preparation: string, use: (session: Connection) => Promise<T>): Promise<T> {
    const session = chdb.CreateConnection(this.storePath, []);
    try {
      await chdb.QueryAsyncConnection(session, preparation, 'Null');
      return await use(session);
    } catch (cause) {
      throw parseEngineError(cause);
    } finally {
      chdb.CloseConnection(session);
    }
  }

  /** Kills the query with this mark until `settled` resolves. Never throws. ASYNC, since SYNC would hang for ever. */
  async kill(mark: string, settled: Promise<unknown>): Promise<void> {
    let running = true;
    const done = settled.then(
      () => (running = false),
      () => (running = false),
    );
    const sql = `KILL QUERY WHERE Settings[${literal(REQUEST_MARK)}] = ${literal(mark)} ASYNC`;
    while (running) {
      await this.inSession('SELECT 1', (session) => chdb.QueryAsyncConnection(session, sql, 'Null')).catch(
        () => undefined,
      );
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, KILL_EVERY_MS))]);
    }
  }

  close(): void {
    chdb.CloseConnection(this.anchor);
  }
}
