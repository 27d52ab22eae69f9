import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import { addCalendarDays } from '@tocsin/calendar';
import { GetSaleCohorts, type GetSaleCohortsQuery, type GetSaleCohortsReply } from '@tocsin/contracts';
import { type Warehouse, exposures, saleCohorts } from '@tocsin/warehouse';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { DaysOfData } from '../days-of-data.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { Today, checkPeriod } from '../figures/period.ts';
import { saleMonths, triangle } from './triangle.ts';

/** Complaints by the month of sale and the months since. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class SaleCohortsController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly days: DaysOfData,
  ) {}

  @Get(GetSaleCohorts.path)
  async get(
    @Query({ schema: GetSaleCohorts.query }) { months, ...asked }: GetSaleCohortsQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetSaleCohortsReply> {
    checkPeriod(asked);
    const { firstDay, lastDay } = await this.days.now();
    const known = lastDay === null ? asked.until : addCalendarDays(lastDay, 1);
    const until = [asked.until, this.today.day, known].reduce((least, day) => (day < least ? day : least));
    const sold = saleMonths(until, months);
    const filter = { ...asked, from: sold[0] ?? until, until };
    const translation = await this.trees.of(filter);
    const question = saleCohorts({ filter, scope, translation });
    const [cases, exposure] = await Promise.all([
      this.warehouse.rows(question),
      this.warehouse.rows(exposures({ filter, scope, translation })),
    ]);
    const policies = new Map(exposure.map((row) => [row.month.slice(0, 7), row.policies]));
    return {
      until,
      cohorts: triangle(sold, { firstDay: firstDay ?? until, until, cases, policies }),
      provenance: await this.figures.provenanceOf(question),
    };
  }
}
