import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Warehouse, readSetting, saveSetting } from '@tocsin/warehouse';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../tokens.ts';

/** Time is cut into slots; a lease is a slot with a name in it. */
const SLOT_MS = 120_000;
/** How long a claim takes to be seen by every server before it is believed. */
const SETTLE_MS = 500;

/**
 * Which of several servers runs the pipeline.
 *
 * Embedded: the owner lock of the data directory is the lease, so the answer is always yes. With a ClickHouse server
 * each slot of two minutes is a setting `lease/pipeline/<slot>`, and a setting keeps the first value ever saved: the
 * server that reads its own name back may work. It claims the next slot along with the present one, so that a run
 * never loses its lease in the middle; after a crash another server takes over within two slots. Should two ever run
 * at once, nothing breaks: every stage is safe to run twice.
 */
@Injectable()
export class Lease {
  readonly #holder = randomUUID();
  readonly #slots = new Map<number, boolean>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** True when this server may run now; also prolongs. */
  async take(): Promise<boolean> {
    if (this.config.clickhouse.url === undefined) return true;
    const slot = Math.floor(this.clock.now().getTime() / SLOT_MS);
    if (!(await this.#claim(slot))) return false;
    await this.#claim(slot + 1);
    for (const old of this.#slots.keys()) if (old < slot) this.#slots.delete(old);
    return true;
  }

  async #claim(slot: number): Promise<boolean> {
    const known = this.#slots.get(slot);
    if (known !== undefined) return known;
    const name = `lease/pipeline/${slot}`;
    const before = await this.warehouse.maybeOne(readSetting(name));
    if (before === undefined) {
      await saveSetting(this.warehouse, name, this.#holder);
      await sleep(SETTLE_MS);
    }
    const after = before ?? (await this.warehouse.maybeOne(readSetting(name)));
    const isOurs = after?.value === this.#holder;
    this.#slots.set(slot, isOurs);
    return isOurs;
  }
}
