/** What was read, by what it depends on: read once each. One that failed is forgotten, and of too many the oldest. */
export class KeptReadings<Reading> {
  readonly #kept = new Map<string, Promise<Reading>>();

  /** At most so many are kept; by default the newest alone. */
  constructor(private readonly most = 1) {}

  of(key: string, read: () => Promise<Reading>): Promise<Reading> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const reading = read();
    this.#kept.set(key, reading);
    reading.catch(() => {
      if (this.#kept.get(key) === reading) this.#kept.delete(key);
    });
    for (const [oldest] of this.#kept) if (this.#kept.size > this.most) this.#kept.delete(oldest);
    return reading;
  }
}
