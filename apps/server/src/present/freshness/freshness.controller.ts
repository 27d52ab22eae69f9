import { Controller, Get, Inject } from '@nestjs/common';
import { GetFreshness, type GetFreshnessReply } from '@tocsin/contracts';
import { type Warehouse, coverageGaps, freshness } from '@tocsin/warehouse';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Today } from '../figures/period.ts';

/** How far the data reach and where they have holes: what every page's status line shows. */
@Controller()
export class FreshnessController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly today: Today,
  ) {}

  @Get(GetFreshness.path)
  async get(@CurrentCaller() scope: Caller): Promise<GetFreshnessReply> {
    const [{ receivedUntil, firstDay, lastImportAt, dataVersion }, gaps] = await Promise.all([
      this.warehouse.one(freshness({ scope })),
      this.warehouse.rows(coverageGaps({ scope })),
    ]);
    const { timeZone } = this.warehouse;
    return { receivedUntil, firstDay, lastImportAt, today: this.today.day, timeZone, dataVersion, gaps: [...gaps] };
  }
}
