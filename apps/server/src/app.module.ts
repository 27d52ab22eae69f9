import { type DynamicModule, Module } from '@nestjs/common';
import { BacktestModule } from './backtest/backtest.module.ts';
import { CoreModule, type CoreParts } from './core.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { FeedsModule } from './feeds/feeds.module.ts';
import { HealthController } from './operate/health.controller.ts';
import { MetricsController } from './operate/metrics.controller.ts';
import { PipelineModule } from './pipeline/pipeline.module.ts';
import { PresentModule } from './present/present.module.ts';
import { RulesModule } from './rules/rules.module.ts';
import { ReferenceModule } from './reference/reference.module.ts';

/** The server: who may (identity), what flows (pipeline), what it is measured by (reference), what is watched (rules), what it would have done (backtest), what is shown (present). */
@Module({})
export class AppModule {
  static with(parts: CoreParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(parts),
        IdentityModule,
        PipelineModule,
        ReferenceModule,
        PresentModule,
        FeedsModule,
        RulesModule,
        BacktestModule,
      ],
      controllers: [HealthController, MetricsController],
    };
  }
}
