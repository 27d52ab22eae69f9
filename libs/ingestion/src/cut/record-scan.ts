const LF = 10;
const QUOTE = 34;

/**
 * Where records end in bytes that arrive in pieces.
 *
 * Rules   RFC 4180: LF ends a record (CR before it belongs to the ending) unless it stands inside quotes. A quote opens
 *         only at the start of a cell; `""` inside quotes is a quote; a quote anywhere else is an ordinary character,
 *         so `5" pipe` swallows nothing. In UTF-8 and GB 18030 no other character contains one of these bytes.
 *         The parser follows the same rules (`parse/csv-records.ts`); a test holds the two together.
 * Cost    one pass by the runtime's own byte search; each quote costs a step more.
 */
export class RecordScan {
  /** Records that ended in front of `end`. */
  records = 0;
  /** Just after the last record's end. */
  end = 0;
  #at = 0;
  #inQuotes = false;
  #closedAt = -1;

  /** `delimiter` is the byte between cells; undefined where quotes mean nothing (NDJSON). */
  constructor(private readonly delimiter: number | undefined) {}

  get insideQuotes(): boolean {
    return this.#inQuotes;
  }

  /** Looks at what is new in `bytes[0, length)`, and stops early once `most` records have ended. */
  scan(bytes: Uint8Array, length: number, most = Infinity): void {
    const view = bytes.subarray(0, length);
    while (this.#at < length && this.records < most) {
      const quote = this.delimiter === undefined ? -1 : view.indexOf(QUOTE, this.#at);
      if (this.#inQuotes) {
        if (quote >= 0) this.#closedAt = quote;
        this.#inQuotes = quote < 0;
        this.#at = quote < 0 ? length : quote + 1;
      } else {
        this.#countEnds(view, quote < 0 ? length : quote, most);
        if (quote >= 0 && this.#at === quote) {
          this.#inQuotes = this.#opens(view, quote);
          this.#at = quote + 1;
        }
      }
    }
  }

  /** The first `count` bytes, which hold all that has ended, are gone and the rest has moved to the front. */
  drop(count: number): void {
    this.records = 0;
    this.#at -= count;
    this.end -= count;
    this.#closedAt -= count;
  }

  /** Starts again at the front and outside quotes: the record there turned out never to end. */
  restart(): void {
    this.drop(this.#at);
    this.end = 0;
    this.#inQuotes = false;
    this.#closedAt = -1;
  }

  #countEnds(view: Uint8Array, until: number, most: number): void {
    let lf = view.indexOf(LF, this.#at);
    while (lf >= 0 && lf < until) {
      this.records += 1;
      this.end = lf + 1;
      if (this.records >= most) {
        this.#at = this.end;
        return;
      }
      lf = view.indexOf(LF, lf + 1);
    }
    this.#at = until;
  }

  #opens(view: Uint8Array, quote: number): boolean {
    const doubled = this.#closedAt >= 0 && quote === this.#closedAt + 1;
    return doubled || quote === this.end || view[quote - 1] === this.delimiter;
  }
}
