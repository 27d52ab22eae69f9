import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import { GetRanking, type GetRankingQuery, type GetRankingReply } from '@tocsin/contracts';
import { type Period, type Warehouse, breakdown } from '@tocsin/warehouse';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { DaysOfData } from '../days-of-data.ts';
import { comparable } from '../figures/comparable.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod, Today } from '../figures/period.ts';
import { ranked } from './ranked.ts';

/** More values than any dimension has; all of them are needed, since the worst may be small. */
const EVERY_VALUE = 100_000;

/** The values of a dimension from the worst on, with their places in the period before. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class RankingController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
    private readonly days: DaysOfData,
  ) {}

  @Get(GetRanking.path)
  async get(
    @Query({ schema: GetRanking.query }) query: GetRankingQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetRankingReply> {
    const { measure, by, level, fewest, ...filter } = query;
    checkPeriod(filter);
    const { elapsed, ...comparisons } = comparable(filter, this.today.day);
    const [translation, missing, covered] = await Promise.all([
      this.trees.of(filter),
      this.deliveries.missingIn(filter),
      this.days.now(),
    ]);
    const question = (period: Period) =>
      breakdown({
        ...{ measure, scope, by, level, comparisons, translation, covered, today: this.today.day, limit: EVERY_VALUE },
        filter: { ...filter, ...period },
      });
    const asked = question(elapsed);
    const provenance = await this.figures.provenanceOf(asked);
    const [now, before] = await Promise.all(
      [asked, question(comparisons.periodBefore)].map((one) => this.warehouse.rows(one)),
    );
    return { rows: ranked(measure, fewest, now ?? [], before ?? []), missing, provenance };
  }
}
