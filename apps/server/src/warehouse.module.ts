import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Global, Inject, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Engine, startEngine } from '@tocsin/engine';
import { type Warehouse, openWarehouse } from '@tocsin/warehouse';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { CLOCK, CONFIG, WAREHOUSE } from './tokens.ts';

/** The open warehouse and, when it is embedded, the engine below it. Closes both, in this order. */
@Injectable()
export class WarehouseService implements OnApplicationShutdown {
  constructor(
    readonly warehouse: Warehouse,
    /** Undefined when CLICKHOUSE_URL names a server. */
    readonly engine: Engine | undefined,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.warehouse.close();
    await this.engine?.stop();
  }
}

/** The tables: on the ClickHouse that CLICKHOUSE_URL names, else on an engine started here on the data directory. */
@Global()
@Module({
  providers: [
    { provide: WarehouseService, inject: [CONFIG, CLOCK], useFactory: open },
    { provide: WAREHOUSE, inject: [WarehouseService], useFactory: (service: WarehouseService) => service.warehouse },
  ],
  exports: [WarehouseService, WAREHOUSE],
})
export class WarehouseModule {
  constructor(@Inject(CONFIG) config: Config) {
    const where = config.clickhouse.url ?? `the embedded engine in ${config.dataDirectory}`;
    new Logger('warehouse').log(`Tables are on ${where}.`);
  }
}

async function open(config: Config, clock: Clock): Promise<WarehouseService> {
  const { url, username, password, database, cluster } = config.clickhouse;
  const engine = url === undefined ? await embedded(config) : undefined;
  try {
    const warehouse = await openWarehouse({
      url: engine?.url ?? url ?? '',
      username: engine?.username ?? username,
      password: engine?.password ?? password,
      database,
      cluster: engine === undefined ? cluster : undefined,
      timeZone: config.timeZone,
      now: () => clock.now(),
    });
    return new WarehouseService(warehouse, engine);
  } catch (error) {
    await engine?.stop();
    throw error;
  }
}

function embedded({ dataDirectory, engine }: Config): Promise<Engine> {
  const logger = new Logger('engine');
  const bundled = fileURLToPath(new URL('./engine-child.mjs', import.meta.url));
  return startEngine({
    directory: dataDirectory,
    childEntry: existsSync(bundled) ? bundled : undefined,
    backupDirectory: join(dataDirectory, 'backups'),
    maxMemoryBytes: engine.memoryBytes,
    log: ({ level, message }) => (level === 'info' ? logger.log(message) : logger[level](message, 'engine')),
  });
}
