import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { BacktestsController } from './backtests.controller.ts';
import { BacktestsService } from './backtests.service.ts';
import { IncidentsService } from './incidents.service.ts';

/** What rules would have done on the company's own past. */
@Module({
  imports: [IdentityModule],
  controllers: [BacktestsController],
  providers: [BacktestsService, IncidentsService],
})
export class BacktestModule {}
