import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Metrics } from './operate/metrics.ts';
import { PipelineBell } from './pipeline/bell.ts';
import { ImportsUnderWay } from './pipeline/imports-under-way.ts';
import { DataVersion } from './present/data-version.ts';
import { DaysOfData } from './present/days-of-data.ts';
import { Feed } from './present/feed/feed.ts';
import { Deadlines } from './reference/deadlines.service.ts';
import { Trees } from './reference/trees.ts';
import { CLOCK, CONFIG } from './tokens.ts';
import { WarehouseModule } from './warehouse.module.ts';

export interface CoreParts {
  readonly config: Config;
  readonly clock: Clock;
}

/** What every module may ask for without importing anything. */
@Global()
@Module({})
export class CoreModule {
  static with({ config, clock }: CoreParts): DynamicModule {
    const mine = [PipelineBell, ImportsUnderWay, Feed, DataVersion, DaysOfData, Deadlines, Trees, Metrics];
    return {
      module: CoreModule,
      imports: [WarehouseModule],
      providers: [{ provide: CONFIG, useValue: config }, { provide: CLOCK, useValue: clock }, ...mine],
      exports: [CONFIG, CLOCK, WarehouseModule, ...mine],
    };
  }
}
