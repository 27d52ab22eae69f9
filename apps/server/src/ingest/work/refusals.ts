import type { RefusedRow } from '@tocsin/ingestion';
import { type RejectReason, type Warehouse, insertRejectedOriginals, insertRejectedRows } from '@tocsin/warehouse';

const ROWS = 2_000;

/** Keeps refused rows in `rejected_row`, some thousand at a time, and counts how often each reason occurred. */
export class Refusals {
  readonly #warehouse: Warehouse;
  readonly #batchId: string;
  readonly #reasons = new Map<string, RejectReason>();
  readonly #keptUntil: string;
  #waiting: RefusedRow[] = [];
  #rows = 0;

  /** `keptUntil`: the day until which originals are kept. */
  constructor(warehouse: Warehouse, batchId: string, keptUntil: string) {
    this.#warehouse = warehouse;
    this.#batchId = batchId;
    this.#keptUntil = keptUntil;
  }

  /** Rows refused so far. */
  get rows(): number {
    return this.#rows;
  }

  /** The most frequent first. */
  get reasons(): RejectReason[] {
    return [...this.#reasons.values()].sort((a, b) => b.rows - a.rows);
  }

  async add(refused: readonly RefusedRow[]): Promise<void> {
    this.#rows += refused.length;
    for (const { reasons } of refused) {
      for (const { code, field, general } of reasons) {
        const key = `${code} ${field}`;
        const rows = (this.#reasons.get(key)?.rows ?? 0) + 1;
        this.#reasons.set(key, { code, field, rows, sentence: general });
      }
    }
    this.#waiting.push(...refused);
    if (this.#waiting.length >= ROWS) await this.finish();
  }

  async finish(): Promise<void> {
    const batchId = this.#batchId;
    const originals = this.#waiting
      .filter(({ original }) => original !== '')
      .map(({ rowNumber, original: sealed }) => ({ batchId, rowNumber, sealed, keptUntil: this.#keptUntil }));
    const rows = this.#waiting.map(({ rowNumber, reasons, raw, personKeys }) => ({
      batchId,
      rowNumber,
      reasons: reasons.map(({ code, field, sentence }) => ({ code, field, sentence })),
      raw,
      personKeys,
    }));
    this.#waiting = [];
    if (originals.length > 0) await insertRejectedOriginals(this.#warehouse, originals);
    if (rows.length > 0) await insertRejectedRows(this.#warehouse, rows);
  }
}
