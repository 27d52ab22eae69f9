import type { Settlement } from '../rows/imports.ts';

/** One row of a file: a complaint, one of its versions, and the person it names, or ''. */
export interface HistoryRow {
  readonly complaint: number;
  readonly version: number;
  readonly person: string;
}

/** The key under which a complaint is kept out, beside those of people. */
export const complaintKey = (complaintId: string): string => `complaint ${complaintId}`;

/**
 * The plain truth about everything that was sent, taken back and erased: lists in memory, worked out anew for every
 * question. What the warehouse must come to, whatever the order and however often it was cut off.
 */
export class PlainHistory {
  readonly #batches = new Map<string, readonly HistoryRow[]>();
  readonly #keptOut = new Set<string>();

  get keptOut(): string[] {
    return [...this.#keptOut].sort();
  }

  /** Batches that are stored, the oldest first. */
  get batches(): string[] {
    return [...this.#batches.keys()];
  }

  /** The rows that ingest lets in. */
  admitted(rows: readonly HistoryRow[]): HistoryRow[] {
    return rows.filter(
      ({ complaint, person }) => !this.#keptOut.has(person) && !this.#keptOut.has(complaintKey(`C-${complaint}`)),
    );
  }

  /** Of each complaint the greatest version of all that is stored. */
  current(): Map<number, number> {
    const current = new Map<number, number>();
    for (const { complaint, version } of [...this.#batches.values()].flat()) {
      current.set(complaint, Math.max(version, current.get(complaint) ?? 0));
    }
    return new Map([...current].sort(([a], [b]) => a - b));
  }

  /** Stores a batch and answers what that does to the complaints. */
  send(batch: string, rows: readonly HistoryRow[]): Partial<Settlement> {
    const current = this.current();
    this.#batches.set(batch, rows);
    const counts = { rows: rows.length, added: 0, updated: 0, duplicate: 0, outdated: 0 };
    for (const complaint of new Set(rows.map((row) => row.complaint))) {
      const versions = rows.filter((row) => row.complaint === complaint).map(({ version }) => version);
      const stored = current.get(complaint);
      const isNewer = stored === undefined || Math.max(...versions) > stored;
      const distinct = new Set(versions);
      const isAgain = stored !== undefined && distinct.has(stored);
      if (stored === undefined) counts.added++;
      else if (isNewer) counts.updated++;
      counts.duplicate += versions.length - distinct.size + (isAgain ? 1 : 0);
      counts.outdated += distinct.size - (isNewer ? 1 : 0) - (isAgain ? 1 : 0);
    }
    return counts;
  }

  withdraw(batch: string): void {
    this.#batches.delete(batch);
  }

  /** Answers how many complaints are removed: those in which the person is named in any stored version. */
  erase(person: string): number {
    const rows = [...this.#batches.values()].flat();
    const gone = new Set(rows.filter((row) => row.person === person).map(({ complaint }) => complaint));
    this.#keptOut.add(person);
    for (const complaint of gone) this.#keptOut.add(complaintKey(`C-${complaint}`));
    for (const [batch, stored] of this.#batches) {
      this.#batches.set(
        batch,
        stored.filter(({ complaint }) => !gone.has(complaint)),
      );
    }
    return gone.size;
  }
}
