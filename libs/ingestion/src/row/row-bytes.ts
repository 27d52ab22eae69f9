const FIRST_BYTES = 2 ** 20;
/** UTF-8 needs at most so many bytes for a UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;

/**
 * Rows gathered as UTF-8. A row is encoded as it comes: kept as text until its block ends, it would be copied once more by
 * every garbage collection in between. The memory is used again for the next rows.
 */
export class RowBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #length = 0;

  add(row: string): void {
    const most = this.#length + row.length * MOST_BYTES_A_UNIT;
    if (most > this.#bytes.length) this.#grow(most);
    this.#length += this.#bytes.write(row, this.#length);
  }

  /** All rows since the last time, in memory of their own that may be handed over to another thread. */
  take(): Uint8Array<ArrayBuffer> {
    const rows = new Uint8Array(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return rows;
  }

  #grow(most: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(most, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
