const DAY = 86_400;

/**
 * The clock on the wall of an IANA zone, fast enough to ask for each row.
 *
 * Units   seconds since 1970 in UTC; days as day numbers (`day-number.ts`).
 * Edges   a wall time that the clocks skipped is read with the offset before the jump (02:30 becomes 03:30); one that
 *         they showed twice is its first moment. Same rule as Temporal's 'compatible'.
 * Cost    offsets are asked of Intl once a day and zone; a day without a change costs one look-up.
 */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  /** By UTC day: the offset all day long, or NaN when it changes within the day. */
  readonly #offsets = new Map<number, number>();

  /** Throws RangeError for a name that Intl does not know. */
  constructor(readonly name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The moment when this zone's wall shows `secondsOfDay` on the day. */
  moment(day: number, secondsOfDay: number): number {
    const wall = day * DAY + secondsOfDay;
    // The earlier offset serves both edges: it gives the first of two moments, and carries a skipped one forward.
    const before = this.#offsetAt(wall - DAY);
    const first = wall - before;
    if (this.#offsetAt(first) === before) return first;
    const after = this.#offsetAt(wall + DAY);
    const second = wall - after;
    return this.#offsetAt(second) === after ? second : first;
  }

  /** The day that this zone's wall shows at a moment. */
  dayAt(moment: number): number {
    return Math.floor((moment + this.#offsetAt(moment)) / DAY);
  }

  /** Seconds east of Greenwich at a moment. */
  #offsetAt(moment: number): number {
    const day = Math.floor(moment / DAY);
    let offset = this.#offsets.get(day);
    if (offset === undefined) {
      const start = this.#askIntl(day * DAY);
      offset = start === this.#askIntl((day + 1) * DAY) ? start : NaN;
      this.#offsets.set(day, offset);
    }
    return Number.isNaN(offset) ? this.#askIntl(moment) : offset;
  }

  #askIntl(moment: number): number {
    const at: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(moment * 1000)) at[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - moment;
  }
}

const zones = new Map<string, Zone>();

/** The zone of that name, made once: to make one takes longer than a thousand questions. Throws as its constructor does. */
export function zoneOf(name: string): Zone {
  const zone = zones.get(name) ?? new Zone(name);
  zones.set(name, zone);
  return zone;
}
