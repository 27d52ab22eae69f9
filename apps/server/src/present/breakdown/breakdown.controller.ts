import { Controller, Get, Headers, Query, Res, UseInterceptors } from '@nestjs/common';
import { GetBreakdown, type GetBreakdownQuery } from '@tocsin/contracts';
import { breakdown } from '@tocsin/warehouse';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { DaysOfData } from '../days-of-data.ts';
import { comparable } from '../figures/comparable.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod, Today } from '../figures/period.ts';
import { Trees } from '../../reference/trees.ts';

/** A measure by the values of one dimension, beside a year before and the period before: JSON, CSV or Arrow. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class BreakdownController {
  constructor(
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
    private readonly days: DaysOfData,
  ) {}

  @Get(GetBreakdown.path)
  async get(
    @Query({ schema: GetBreakdown.query }) query: GetBreakdownQuery,
    @CurrentCaller() scope: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { measure, by, level, limit, ...filter } = query;
    checkPeriod(filter);
    const { elapsed, ...comparisons } = comparable(filter, this.today.day);
    const [translation, missing, covered] = await Promise.all([
      this.trees.of(filter),
      this.deliveries.missingIn(filter),
      this.days.now(),
    ]);
    const question = breakdown({
      ...{ measure, scope, by, level, limit, comparisons, translation, covered, today: this.today.day },
      filter: { ...filter, ...elapsed },
    });
    return this.figures.answer(accept, question, reply, (rows, provenance) => ({ rows, missing, provenance }));
  }
}
