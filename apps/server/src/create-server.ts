import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { type Clock, systemClock } from './clock.ts';
import { type ConfigOverrides, withOverrides } from './config-overrides.ts';
import { type Config, loadConfig } from './config.ts';
import { keptKey } from './kept-key.ts';
import { setUpHttp } from './http/set-up-http.ts';
import { MOST_JSON_BYTES } from './http/unpack-json.ts';
import { LocalToken } from './identity/local-token.ts';
import { prepareFolder } from './ingest/folder/prepare-folder.ts';
import { publishServer, withdrawServer } from './owner-file.ts';
import { PipelineService } from './pipeline/pipeline.service.ts';
import { ServerLogger } from './server-logger.ts';
import { WarehouseService } from './warehouse.module.ts';

export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly config: Config;
  readonly pipeline: PipelineService;
  /** `Authorization: Bearer …` with it is the administrator, on this machine. */
  readonly localToken: string;
  /** Ends runs, streams, connections and the engine, in this order. Safe to call twice. */
  stop(): Promise<void>;
}

export interface ServerParts {
  readonly clock?: Clock;
  /** Only warnings and errors are logged. */
  readonly quiet?: boolean;
}

/** How long open requests get to end when the server stops. */
const PATIENCE_MS = 5_000;

/**
 * Starts the whole server: engine (unless CLICKHOUSE_URL names one), migrations, HTTP, pipeline. Settings come from
 * the environment; `overrides` win. Port 0 takes a free one.
 */
export async function createServer(overrides: ConfigOverrides = {}, parts: ServerParts = {}): Promise<RunningServer> {
  const config = completed(withOverrides(loadConfig(), overrides));
  prepareFolder(config);
  const logger = new ServerLogger(parts.quiet ?? false);
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy,
    forceCloseConnections: 'idle',
    bodyLimit: MOST_JSON_BYTES,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ config, clock: parts.clock ?? systemClock }),
    adapter,
    { logger, abortOnError: false },
  );
  try {
    await setUpHttp(app, config);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return running(app, config);
}

async function running(app: NestFastifyApplication, config: Config): Promise<RunningServer> {
  const url = (await app.getUrl()).replace('[::1]', 'localhost').replace(/\/$/, '');
  const localToken = app.get(LocalToken).value;
  const { engine } = app.get(WarehouseService);
  publishServer(config.dataDirectory, engine, { url, engineUrl: engine?.url ?? null, token: localToken });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= stopApp(app, config));
  return { app, url, config, pipeline: app.get(PipelineService), localToken, stop };
}

async function stopApp(app: NestFastifyApplication, config: Config): Promise<void> {
  const impatience = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(impatience);
    withdrawServer(config.dataDirectory);
  }
}

const completed = (config: Config): Config => ({
  ...config,
  hashKey: keptKey(config.dataDirectory, 'hash', config.hashKey),
  originals: { ...config.originals, key: keptKey(config.dataDirectory, 'originals', config.originals.key) },
});
