import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { GetIndicators, type GetIndicatorsQuery, type GetIndicatorsReply } from '@tocsin/contracts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { checkPeriod } from '../figures/period.ts';
import { IndicatorsService } from './indicators.service.ts';

@Controller()
@UseInterceptors(FiguresInterceptor)
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get(GetIndicators.path)
  get(
    @Query({ schema: GetIndicators.query }) { measure, ...filter }: GetIndicatorsQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetIndicatorsReply> {
    checkPeriod(filter);
    return this.indicators.read(measure, filter, scope);
  }
}
