import type { Signal } from '@tocsin/warehouse';

/** Rows after which an insert is worth its while; a bucket more may come on top. */
const ROWS_PER_INSERT = 20_000;

/** Gathers signals and writes them in large inserts, one under way while the next is gathered. */
export class WrittenInTurns {
  #unsaved: Signal[] = [];
  #underWay: Promise<number> = Promise.resolve(0);
  #wrote = 0;

  /** `save` answers how many it wrote. */
  constructor(private readonly save: (rows: readonly Signal[]) => Promise<number>) {}

  /** Waits when an insert is still under way and the next is full. */
  async add(rows: readonly Signal[]): Promise<void> {
    this.#unsaved.push(...rows);
    if (this.#unsaved.length >= ROWS_PER_INSERT) await this.#send();
  }

  /** Writes what is left; answers how many were written in all. */
  async finish(): Promise<number> {
    await this.#send();
    this.#wrote += await this.#underWay;
    return this.#wrote;
  }

  /** Waits for an insert under way without minding how it ends: nothing goes on after a failure. */
  async settle(): Promise<void> {
    await this.#underWay.catch(() => undefined);
  }

  async #send(): Promise<void> {
    this.#wrote += await this.#underWay;
    const rows = this.#unsaved;
    this.#unsaved = [];
    this.#underWay = this.save(rows);
    this.#underWay.catch(() => undefined); // told to whoever waits next
  }
}
