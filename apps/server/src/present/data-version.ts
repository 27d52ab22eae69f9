import { Inject, Injectable } from '@nestjs/common';
import { type Warehouse, dataVersion } from '@tocsin/warehouse';
import { WAREHOUSE } from '../tokens.ts';

/** How long an answer is believed before the tables are asked again; other servers may write to them. */
const FRESH_FOR_MS = 2_000;

/**
 * Names the state of the figures: it changes whenever any of them may. Read it before the figures: then they are never
 * older than it says.
 */
@Injectable()
export class DataVersion {
  #known: Promise<string> | undefined;
  #readAtMs = 0;

  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  current(): Promise<string> {
    const isFresh = this.#known !== undefined && performance.now() - this.#readAtMs < FRESH_FOR_MS;
    return isFresh && this.#known !== undefined ? this.#known : this.refresh();
  }

  refresh(): Promise<string> {
    const read = this.warehouse.one(dataVersion()).then((row) => row.dataVersion);
    read.catch(() => (this.#known = undefined));
    this.#known = read;
    this.#readAtMs = performance.now();
    return read;
  }
}
