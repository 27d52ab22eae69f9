import type { IsoDay, Verdict } from '@tocsin/contracts';

type Verdicts = readonly (Verdict | undefined)[];

/**
 * The verdicts from which the signals of each bucket of a rule were made the last time: a bucket with the very same ones has
 * nothing new to tell, and needs no looking at.
 */
export class ToldBuckets {
  #before: ReadonlyMap<IsoDay, Verdicts> = new Map();
  #now = new Map<IsoDay, Verdicts>();

  /** A run begins; whatever one that was cut off found is forgotten. */
  begin(): this {
    this.#now = new Map();
    return this;
  }

  /** Whether nothing has changed in a bucket; takes note of it for the next time. */
  isTold(bucket: IsoDay, verdicts: Verdicts): boolean {
    this.#now.set(bucket, verdicts);
    const before = this.#before.get(bucket);
    return before?.length === verdicts.length && before.every((verdict, i) => verdict === verdicts[i]);
  }

  /** All that the run found has been written. */
  settle(): void {
    this.#before = this.#now;
  }
}
