import type { IsoDay } from '@tocsin/contracts';
import { type Warehouse, dueDayState } from '@tocsin/warehouse';
import { settleDueDays } from './settle-due-days.ts';

/** Settles due days when something they depend on has changed since the last time, or another day has begun. */
export class DueDays {
  #settled = '';

  constructor(private readonly warehouse: Warehouse) {}

  async settle(today: IsoDay): Promise<number> {
    const before = await this.#state(today);
    if (before === this.#settled) return 0;
    const changed = await settleDueDays(this.warehouse, today);
    // What it wrote itself changes the state once more.
    this.#settled = changed === 0 ? before : await this.#state(today);
    return changed;
  }

  async #state(today: IsoDay): Promise<string> {
    return `${today} ${(await this.warehouse.one(dueDayState())).state}`;
  }
}
