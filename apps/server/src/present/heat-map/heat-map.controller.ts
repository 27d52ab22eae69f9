import { Controller, Get, Headers, Query, Res, UseInterceptors } from '@nestjs/common';
import { GetHeatMap, type GetHeatMapQuery } from '@tocsin/contracts';
import { heatMap } from '@tocsin/warehouse';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { Refusal } from '../../refusal.ts';
import { Trees } from '../../reference/trees.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod, Today } from '../figures/period.ts';

const sameTwice = () =>
  new Refusal('invalid-request', {
    detail: {
      zh: 'by 与 across 应为两个不同的维度。',
      en: 'by and across are two different dimensions.',
    },
    errors: [{ path: 'across', message: 'must differ from by' }],
  });

/** A measure by the values of two dimensions: JSON, CSV or Arrow. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class HeatMapController {
  constructor(
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
  ) {}

  @Get(GetHeatMap.path)
  async get(
    @Query({ schema: GetHeatMap.query }) query: GetHeatMapQuery,
    @CurrentCaller() scope: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { measure, by, level, across, acrossLevel, top, ...filter } = query;
    checkPeriod(filter);
    if (by === across) throw sameTwice();
    const [translation, missing] = await Promise.all([this.trees.of(filter), this.deliveries.missingIn(filter)]);
    const question = heatMap({
      ...{ measure, filter, scope, top, translation, today: this.today.day },
      split: { dimension: by, level },
      across: { dimension: across, level: acrossLevel },
    });
    return this.figures.answer(accept, question, reply, (cells, provenance) => ({ cells, missing, provenance }));
  }
}
