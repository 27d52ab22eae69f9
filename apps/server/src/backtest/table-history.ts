import type { ReferenceChange } from '@tocsin/warehouse';
import type { Cells } from '../circumstances/told-cells.ts';
import { secondsOf } from './knowledge.ts';

/** Tables that were loaded within so many seconds of the first data belong to the set-up. */
const SET_UP_S = 86_400;

/** Rows of reference tables that stood at a moment. */
export interface StandingTables {
  /** The same for the same rows. */
  readonly version: number;
  readonly rows: readonly ReferenceChange[];
  readonly of: (table: string) => Cells[];
}

/** How reference tables came to be what they are. */
export class TableHistory {
  readonly #changes: readonly (ReferenceChange & { readonly seconds: number })[];
  #standing: StandingTables = { version: -1, rows: [], of: () => [] };

  /** `firstSeen`: when the first data came; what lies before it is told by the tables of the set-up. */
  constructor(
    changes: readonly ReferenceChange[],
    private readonly firstSeen: number,
  ) {
    this.#changes = changes
      .map((change) => ({ ...change, seconds: secondsOf(change.at) }))
      .sort((one, other) => one.seconds - other.seconds || one.version - other.version);
  }

  /** The moments at which a table changed, in unix seconds. */
  get moments(): readonly number[] {
    return [...new Set(this.#changes.map(({ seconds }) => seconds))];
  }

  /** What stood at a moment (unix seconds), by its key. */
  at(now: number): StandingTables {
    const then = now < this.firstSeen ? this.firstSeen + SET_UP_S : now;
    let version = this.#changes.findIndex(({ seconds }) => seconds > then);
    if (version < 0) version = this.#changes.length;
    if (version === this.#standing.version) return this.#standing;
    const newest = new Map<string, ReferenceChange>();
    for (const change of this.#changes.slice(0, version)) newest.set(`${change.table}\n${change.key}`, change);
    const rows = [...newest.values()].filter(({ removed }) => !removed).sort((a, b) => (a.key < b.key ? -1 : 1));
    const of = (name: string) => rows.filter(({ table }) => table === name).map(({ cells }) => cells);
    this.#standing = { version, rows, of };
    return this.#standing;
  }
}
