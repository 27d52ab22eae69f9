import { Admission } from './admission.ts';
import type { ChildConfig, ChildMessage, ParentMessage } from './child-config.ts';
import { Database } from './database.ts';
import { EngineError, parseEngineError } from './engine-error.ts';
import { createHttpFace, type HttpFace } from './http-server.ts';
import { ResultPipes } from './result-pipes.ts';
import type { Engine } from './run-query.ts';
import { Spool } from './spool.ts';

/** How long running queries may go on when the engine stops. */
const STOP_GRACE_MS = 2_000;
/** A parent that died wants its successor to have the directory soon. */
const ORPHAN_GRACE_MS = 0;
/** If a query does not die either, the process does: the store survives that. */
const LAST_RESORT_MS = 5_000;

const tell = (message: ChildMessage): void => void process.send?.(message, undefined, undefined, () => undefined);

let stopping = false;
let shutDown: (graceMs: number) => Promise<void> = () => Promise.resolve();

async function start(config: ChildConfig): Promise<void> {
  const database = await Database.open(config);
  // Not before the store is ours: another engine may still be using the spool.
  Spool.clean(config.spoolPath);
  const face = createHttpFace(engineOn(database, config), config);
  shutDown = async (graceMs) => {
    await stopServing(face, graceMs);
    database.close();
  };
  await new Promise<void>((resolve, reject) => {
    face.server.once('error', reject).listen(config.port, '127.0.0.1', resolve);
  });
  const address = face.server.address();
  tell({
    type: 'ready',
    port: typeof address === 'object' && address ? address.port : config.port,
    version: database.version,
  });
}

const engineOn = (database: Database, { limits, spoolPath, timeZone }: ChildConfig): Engine => ({
  database,
  spool: new Spool(spoolPath, limits.maxSpoolBytes),
  pipes: new ResultPipes(spoolPath, limits.maxConcurrent),
  admission: new Admission(limits),
  timeZone,
  maxStatementBytes: limits.maxStatementBytes,
  defaults: new Map([
    ['max_execution_time', String(limits.maxExecutionSeconds)],
    // chDB is clickhouse-local at heart and takes `1 + 1` for a query; a server does not.
    ['implicit_select', '0'],
    // … and maps files into memory, where a large body would count as the engine's own.
    ['storage_file_read_method', 'pread'],
  ]),
});

async function stopServing({ server, drain }: HttpFace, graceMs: number): Promise<void> {
  server.close();
  server.closeIdleConnections();
  await drain(graceMs);
  server.closeAllConnections();
}

async function stop(graceMs: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs + LAST_RESORT_MS).unref();
  await shutDown(graceMs).catch(() => undefined);
  process.exit(0);
}

process.on('message', (message: ParentMessage) => {
  if (message.type === 'stop') return void stop(STOP_GRACE_MS);
  start(message.config).catch((cause: unknown) => {
    const error = cause instanceof EngineError ? cause : parseEngineError(cause);
    tell({ type: 'failed', message: error.message, code: error.code });
    setTimeout(() => process.exit(1), 50);
  });
});
// The channel closes when the parent ends in whatever way, even by kill -9.
process.on('disconnect', () => void stop(ORPHAN_GRACE_MS));
process.on('SIGTERM', () => void stop(STOP_GRACE_MS));
// Ctrl-C reaches the whole group; the parent decides when the engine stops.
process.on('SIGINT', () => undefined);

tell({ type: 'hello' });
