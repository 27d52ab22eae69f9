import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import {
  GetAnnotations,
  type GetAnnotationsReply,
  GetLeadingSeries,
  type GetLeadingSeriesQuery,
  type GetLeadingSeriesReply,
  GetMedians,
  type GetMediansQuery,
  type GetMediansReply,
  GetWorks,
  type GetWorksQuery,
  type GetWorksReply,
} from '@tocsin/contracts';
import { annotationsOf, countedWorks, publishedMedians } from '@tocsin/ingestion';
import { type Warehouse, leadingSeries, referenceRestated, referenceRows } from '@tocsin/warehouse';
import type { z } from 'zod';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { checkPeriod } from '../figures/period.ts';

/** Figures beside complaints: what moved first, what the industry does, what else was done, and what to mark in a chart. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class ReferenceFiguresController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
  ) {}

  @Get(GetAnnotations.path)
  async annotations(
    @Query({ schema: GetAnnotations.query }) period: z.output<typeof GetAnnotations.query>,
  ): Promise<GetAnnotationsReply> {
    checkPeriod(period);
    return { annotations: annotationsOf(await this.trees.tables(), period) };
  }

  @Get(GetMedians.path)
  async medians(@Query({ schema: GetMedians.query }) asked: GetMediansQuery): Promise<GetMediansReply> {
    checkPeriod(asked);
    const [rows, restated] = await Promise.all([
      this.warehouse.rows(referenceRows({ table: 'median' })),
      this.warehouse.rows(referenceRestated('median')),
    ]);
    const versions = new Map(restated.map((row) => [row.key, row.versions]));
    const medians = publishedMedians(rows, (key) => versions.get(key) ?? 1).filter(
      ({ from, until, measure, sector }) =>
        from >= asked.from &&
        until <= asked.until &&
        (asked.measure === undefined || measure === asked.measure) &&
        (asked.sector === undefined || sector === asked.sector),
    );
    return { medians };
  }

  @Get(GetWorks.path)
  async works(
    @Query({ schema: GetWorks.query }) asked: GetWorksQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetWorksReply> {
    checkPeriod(asked);
    const rows = await this.warehouse.rows(referenceRows({ table: 'work', scope }));
    return {
      works: countedWorks(
        rows.map(({ cells }) => cells),
        asked,
      ),
    };
  }

  @Get(GetLeadingSeries.path)
  async leading(
    @Query({ schema: GetLeadingSeries.query }) asked: GetLeadingSeriesQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetLeadingSeriesReply> {
    checkPeriod(asked);
    const { translation } = await this.trees.told();
    return { points: await this.warehouse.rows(leadingSeries({ asked, scope, translation })) };
  }
}
