import type { IsoDay } from '@tocsin/contracts';
import type { Period, Signal } from '@tocsin/warehouse';

/**
 * What has been written so far, so that only changes are written. Read from the table once per process and range, then kept
 * up in memory; a row that another server wrote in between is at worst written again with the same content.
 */
export class ChangedSignals {
  readonly #written = new Map<string, string>();
  #readFrom: IsoDay | undefined;

  /** `read` answers what was written for buckets `from ≤ bucket < until`. */
  constructor(private readonly read: (range: Period) => Promise<Signal[]>) {}

  /** Makes sure that everything written for buckets in `from ≤ bucket < until` is known. */
  async know(from: IsoDay, until: IsoDay): Promise<void> {
    if (this.#readFrom !== undefined && this.#readFrom <= from) return;
    const unread = { from, until: this.#readFrom ?? until };
    for (const signal of await this.read(unread)) this.note([signal]);
    this.#readFrom = from;
  }

  /** Those that differ from what was written. A bucket with too little history is only written to correct another. */
  among(found: readonly Signal[]): Signal[] {
    return found.filter((signal) => {
      const written = this.#written.get(keyOf(signal));
      return written === undefined ? signal.verdict !== 'too-little-history' : written !== contentOf(signal);
    });
  }

  /** These have been written. */
  note(written: readonly Signal[]): void {
    for (const signal of written) this.#written.set(keyOf(signal), contentOf(signal));
  }
}

const keyOf = ({ ruleId, ruleVersion, seriesKey, bucket }: Signal) => `${ruleId} ${ruleVersion} ${seriesKey} ${bucket}`;

const contentOf = ({ observed, expected, upper, pValue, verdict, level, note }: Signal) =>
  [observed, expected, upper, pValue, verdict, level, note?.zh ?? ''].join(' ');
