import type { DoubtfulRow } from '@tocsin/ingestion';
import { type DoubtCode, faultSentence } from '@tocsin/ingestion';
import {
  type RejectReason,
  type RowWarning,
  type Warehouse,
  countRowWarnings,
  insertRowWarnings,
  warnOfRepeatedRows,
} from '@tocsin/warehouse';

const ROWS = 10_000;

/** Keeps in `row_warning` what is doubtful about accepted rows, some thousand at a time. */
export class Doubts {
  readonly #warehouse: Warehouse;
  readonly #batchId: string;
  #waiting: RowWarning[] = [];

  constructor(warehouse: Warehouse, batchId: string) {
    this.#warehouse = warehouse;
    this.#batchId = batchId;
  }

  async add(doubtful: readonly DoubtfulRow[]): Promise<void> {
    for (const { rowNumber, complaintId, reasons } of doubtful) {
      for (const { code, field, shown, expected } of reasons) {
        this.#waiting.push({ batchId: this.#batchId, rowNumber, complaintId, code, field, shown, expected });
      }
    }
    if (this.#waiting.length >= ROWS) await this.#send();
  }

  /** Sends what is left, looks for complaints that the file holds twice, and says how many rows each doubt concerns. */
  async finish(): Promise<{ readonly warned: number; readonly warnings: RejectReason[] }> {
    await this.#send();
    await warnOfRepeatedRows(this.#warehouse, this.#batchId);
    const counts = await this.#warehouse.rows(countRowWarnings(this.#batchId));
    return {
      warned: counts.find(({ code }) => code === '')?.rows ?? 0,
      warnings: counts
        .filter(({ code }) => code !== '')
        .map(({ code, field, rows, expected }) => ({ code, field, rows, sentence: sentenceOf(code, field, expected) })),
    };
  }

  async #send(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length > 0) await insertRowWarnings(this.#warehouse, rows);
  }
}

/** What a stored doubt says to people; `shown` is the value, masked, or '' for all rows together. */
export const sentenceOf = (code: string, field: string, expected: string, shown = '') =>
  faultSentence({ code: code as DoubtCode, field, expected }, shown);
