import { type DeadlineRules, type HolidayTable, type RuleVersions, rulesOn } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type NotedEvent, caseEventsOf } from '@tocsin/ingestion';
import { type Warehouse, referenceRows } from '@tocsin/warehouse';
import { Inject, Injectable } from '@nestjs/common';
import { WAREHOUSE } from '../tokens.ts';
import { deadlineRules } from './deadline-rules.ts';

/** The rules on time, and what is noted about the time of single complaints. */
@Injectable()
export class Deadlines {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  /** All versions, and the holidays that working days are counted by. */
  async rules(): Promise<{ readonly versions: RuleVersions; readonly holidays: HolidayTable }> {
    const { deadlineRules: versions, holidays } = await deadlineRules(this.warehouse);
    return { versions, holidays };
  }

  /** Those in force on a day; undefined before the first version. */
  async rulesOn(day: IsoDay): Promise<{ readonly rules: DeadlineRules | undefined; readonly holidays: HolidayTable }> {
    const { versions, holidays } = await this.rules();
    return { rules: rulesOn(versions, day), holidays };
  }

  async eventsOf(complaintId: string): Promise<NotedEvent[]> {
    const rows = await this.warehouse.rows(referenceRows({ table: 'case_event', search: complaintId }));
    return caseEventsOf(rows.map(({ cells }) => cells)).filter((event) => event.complaintId === complaintId);
  }
}
