import { Controller, Get, Inject } from '@nestjs/common';
import { GetFreshness, type GetFreshnessReply } from '@tocsin/contracts';
import { type Warehouse, coverageGaps, freshness } from '@tocsin/warehouse';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { Today } from '../figures/period.ts';

/** How far the data reach, where they have holes and who owes them: what every page's status line shows. */
@Controller()
export class FreshnessController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly today: Today,
    private readonly deliveries: Deliveries,
  ) {}

  @Get(GetFreshness.path)
  async get(@CurrentCaller() scope: Caller): Promise<GetFreshnessReply> {
    const [{ receivedUntil, firstDay, lastImportAt, dataVersion }, gaps, { overdue }] = await Promise.all([
      this.warehouse.one(freshness({ scope })),
      this.warehouse.rows(coverageGaps({ scope })),
      this.deliveries.now(),
    ]);
    const { timeZone } = this.warehouse;
    const known = { receivedUntil, firstDay, lastImportAt, today: this.today.day, timeZone, dataVersion };
    return { ...known, gaps: [...gaps], missing: overdue };
  }
}
