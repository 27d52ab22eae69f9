import { Controller, Get, Headers, Query, Res, UseInterceptors } from '@nestjs/common';
import { GetSeries, type GetSeriesQuery } from '@tocsin/contracts';
import { series } from '@tocsin/warehouse';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { DaysOfData } from '../days-of-data.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod, Today } from '../figures/period.ts';
import { compareWith } from './compare-with.ts';
import { Trees } from '../../reference/trees.ts';

/** A measure over time: JSON, CSV or Arrow. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class SeriesController {
  constructor(
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
    private readonly days: DaysOfData,
  ) {}

  @Get(GetSeries.path)
  async get(
    @Query({ schema: GetSeries.query }) query: GetSeriesQuery,
    @CurrentCaller() scope: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { measure, by, split, level, top, compare, ...filter } = query;
    checkPeriod(filter);
    const [translation, { delivered, missingIn }, covered] = await Promise.all([
      this.trees.of(filter),
      this.deliveries.now(),
      this.days.now(),
    ]);
    const question = series({
      ...{ measure, filter, scope, by, split, level, top, translation, covered, delivered, today: this.today.day },
      compare: compareWith(compare, filter, by),
    });
    const missing = missingIn(filter);
    return this.figures.answer(accept, question, reply, (points, provenance) => ({ points, missing, provenance }));
  }
}
