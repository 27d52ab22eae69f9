import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type LateReporting, lateReporting, lateReportingDefaults } from '@tocsin/detection';
import { type Scope, type Warehouse, arrivalDelays } from '@tocsin/warehouse';
import { WAREHOUSE } from '../../tokens.ts';
import { DataVersion } from '../data-version.ts';
import { Today } from '../figures/period.ts';
import { KeptReadings } from '../kept-readings.ts';

/** How late the caller's complaints come in, as of the last day on which any came. */
export interface Arrivals {
  readonly late: LateReporting;
  readonly ageOf: (day: IsoDay) => number;
}

/** F(age) of complaints, worked out once for a state of the data and a scope. */
@Injectable()
export class ArrivalsService {
  readonly #arrivals = new KeptReadings<Arrivals | undefined>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly dataVersion: DataVersion,
    private readonly today: Today,
  ) {}

  /** Undefined where too few delays are known, as in history that was handed over at once. */
  async now({ organisations }: Scope): Promise<Arrivals | undefined> {
    const { day } = this.today;
    const key = [await this.dataVersion.current(), day, ...organisations].join(' ');
    return this.#arrivals.of(key, () => this.#read({ organisations }, day));
  }

  async #read(scope: Scope, today: IsoDay): Promise<Arrivals | undefined> {
    const from = addCalendarDays(today, -lateReportingDefaults.window);
    const delays = await this.warehouse.rows(arrivalDelays({ from, scope }));
    const last = delays.reduce((newest, { arrived }) => (arrived > newest ? arrived : newest), from);
    const asOf = last < today ? last : today;
    const late = lateReporting(delays, asOf);
    return late && { late, ageOf: (day) => daysBetween(day, asOf) };
  }
}
