import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type DataVersion as State, type Warehouse, dataVersion } from '@tocsin/warehouse';
import { WAREHOUSE } from '../tokens.ts';

/** How long an answer is believed before the tables are asked again; other servers may write to them. */
const FRESH_FOR_MS = 2_000;
/** While it is wanted they are asked again before that is over, so that nobody's figures wait for them. */
const ASKED_AGAIN_AFTER_MS = 1_500;
const WANTED_FOR_MS = 30_000;

/**
 * Names the state of the figures: it changes whenever any of them may. Read it before the figures: then they are never
 * older than it says.
 */
@Injectable()
export class DataVersion implements OnApplicationShutdown {
  #known: Promise<State> | undefined;
  #readAtMs = 0;
  #wantedAtMs = 0;
  #askAgain: NodeJS.Timeout | undefined;

  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  onApplicationShutdown(): void {
    clearTimeout(this.#askAgain);
  }

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
    this.#wantedAtMs = performance.now();
    const isFresh = this.#wantedAtMs - this.#readAtMs < FRESH_FOR_MS;
    return isFresh && this.#known !== undefined ? this.#known : this.#read();
  }

  #read(): Promise<State> {
    const startedAtMs = performance.now();
    const read = this.warehouse.one(dataVersion());
    this.#believe(read, startedAtMs);
    read.catch(() => (this.#known = undefined));
    return read;
  }

  #believe(read: Promise<State>, startedAtMs: number): void {
    this.#known = read;
    this.#readAtMs = startedAtMs;
    clearTimeout(this.#askAgain);
    if (startedAtMs - this.#wantedAtMs > WANTED_FOR_MS) return;
    this.#askAgain = setTimeout(() => void this.#renew(), ASKED_AGAIN_AFTER_MS).unref();
  }

  /** What is known holds until the answer is here; where there is none, whoever asks next asks the tables. */
  async #renew(): Promise<void> {
    const startedAtMs = performance.now();
    const read = this.warehouse.one(dataVersion());
    await read.then(
      () => {
        // somebody who has written since has asked anew
        if (startedAtMs > this.#readAtMs) this.#believe(read, startedAtMs);
      },
      () => undefined,
    );
  }
}
