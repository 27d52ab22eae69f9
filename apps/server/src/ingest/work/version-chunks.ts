import { Readable } from 'node:stream';
import { joinedStreams } from '@tocsin/ingestion';
import { type Warehouse, insertVersions } from '@tocsin/warehouse';

/** A chunk is sent when it has so many rows or bytes: large inserts are fast, and two of them must fit in memory. */
const ROWS = 250_000;
const BYTES = 48 * 2 ** 20;

/**
 * Gathers rows, as Arrow streams, and sends them to `complaint_version` in large inserts, one under way while the next is
 * gathered. A chunk stays in memory until it has been stored, so an insert that breaks off is simply sent again.
 */
export class VersionChunks {
  readonly #warehouse: Warehouse;
  #pieces: Uint8Array[] = [];
  #rows = 0;
  #bytes = 0;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse;
  }

  /** Takes rows; waits when an insert is still under way and the next chunk is full. */
  async add(piece: Uint8Array, rows: number): Promise<void> {
    if (rows === 0) return;
    this.#pieces.push(piece);
    this.#rows += rows;
    this.#bytes += piece.length;
    if (this.#rows >= ROWS || this.#bytes >= BYTES) await this.#send();
  }

  /** Sends what is left and waits until all of it is stored. */
  async finish(): Promise<void> {
    await this.#send();
    await this.#underWay;
  }

  /** Waits for an insert under way without minding how it ends: nothing goes on after a failure. */
  async settle(): Promise<void> {
    await this.#underWay.catch(() => undefined);
  }

  async #send(): Promise<void> {
    await this.#underWay;
    const pieces = this.#pieces;
    if (pieces.length === 0) return;
    this.#pieces = [];
    this.#rows = this.#bytes = 0;
    this.#underWay = insertVersions(this.#warehouse, () => Readable.from(joinedStreams(pieces), { objectMode: false }));
    this.#underWay.catch(() => undefined); // seen by whoever waits next
  }
}
