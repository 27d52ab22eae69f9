import { Inject, Injectable } from '@nestjs/common';
import { type Warehouse, dirtyMonths, rollUp } from '@tocsin/warehouse';
import type { Stage, StageReport } from '../pipeline/stage.ts';
import { WAREHOUSE } from '../tokens.ts';

/** Months rebuilt by one statement: enough to be fast, few enough to hold what it needs in memory. */
const MONTHS_AT_ONCE = 24;

/**
 * Rebuilds the cubes of every month whose complaints have changed since it was last rolled up. A month is noted only
 * after its cubes stand, so a run that breaks off is made up for by the next.
 */
@Injectable()
export class RollUpStage implements Stage {
  readonly name = 'roll-up';
  readonly reads = ['complaint', 'touched_month', 'rolled_month'];
  readonly writes = [
    'cube_daily_total',
    'cube_daily_line',
    'cube_daily_region',
    'cube_daily_region_line',
    'cube_daily_cause',
    'cube_daily_organisation',
    'cube_daily_sale',
    'cube_daily_region_sale',
    'cube_daily_intake',
    'cube_due_total',
    'cube_due_line',
    'cube_due_region',
    'cube_due',
    'cube_due_sale',
    'cube_closed_total',
    'cube_closed_line',
    'cube_closed_region',
    'cube_closed',
    'cube_closed_sale',
    'cube_closed_span',
    'rolled_month',
  ];

  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  async run(): Promise<StageReport> {
    const dirty = await this.warehouse.rows(dirtyMonths());
    let wrote = 0;
    for (let from = 0; from < dirty.length; from += MONTHS_AT_ONCE) {
      const { rows } = await rollUp(this.warehouse, dirty.slice(from, from + MONTHS_AT_ONCE));
      wrote += rows;
    }
    return { read: dirty.length, wrote };
  }
}
