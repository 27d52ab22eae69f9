import { Inject, Injectable } from '@nestjs/common';
import { type DataVersion as State, type Warehouse, dataVersion } from '@tocsin/warehouse';
import { WAREHOUSE } from '../tokens.ts';

/** How long an answer is believed before the tables are asked again; other servers may write to them. */
const FRESH_FOR_MS = 2_000;

/**
 * Names the state of the figures: it changes whenever any of them may. Read it before the figures: then they are never
 * older than it says.
 */
@Injectable()
export class DataVersion {
  #known: Promise<State> | undefined;
  #readAtMs = 0;

  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  async current(): Promise<string> {
    return (await this.#state()).dataVersion;
  }

  /** Names what feeds have promised and delivered so far. */
  async deliveries(): Promise<string> {
    return (await this.#state()).deliveries;
  }

  /** Asks the tables at once: for whoever has just written to them. */
  async refresh(): Promise<string> {
    return (await this.#read()).dataVersion;
  }

  #state(): Promise<State> {
    const isFresh = this.#known !== undefined && performance.now() - this.#readAtMs < FRESH_FOR_MS;
    return isFresh && this.#known !== undefined ? this.#known : this.#read();
  }

  #read(): Promise<State> {
    const read = this.warehouse.one(dataVersion());
    read.catch(() => (this.#known = undefined));
    this.#known = read;
    this.#readAtMs = performance.now();
    return read;
  }
}
