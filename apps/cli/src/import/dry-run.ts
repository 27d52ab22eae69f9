import { existsSync } from 'node:fs';
import type { Import, Profile } from '@tocsin/contracts';
import { FileRefused, openFile } from '@tocsin/files';
import { BlockReader, type BlockResult, isTable, misfitSentence, personKey, planFor } from '@tocsin/ingestion';
import type { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';

type Reason = z.infer<typeof Import>['reasons'][number];

export interface DryRun {
  read: number;
  accepted: number;
  rejected: number;
  skipped: number;
  reasons: Reason[];
}

/**
 * What would become of a file's rows, without a server and without storing anything. What only the stored data know
 * (new, an update, a duplicate) is not asked.
 */
export async function dryRun(path: string, profile: Profile): Promise<DryRun> {
  const { loadConfig } = await import('@tocsin/server/config');
  if (!existsSync(path)) throw new CommandFailure(`${path} cannot be read: check the path.`, 2);
  const opened = await openFile(path, profile.layout);
  if ('refusal' in opened) throw new CommandFailure(opened.refusal.en);
  const plan = planFor(profile, isTable(opened.layout) ? opened.columns : undefined);
  if ('code' in plan) throw new CommandFailure(misfitSentence(plan, profile.name).en);
  const now = Math.floor(Date.now() / 1000);
  const who = { timeZone: loadConfig().timeZone, now, batchId: 'dry-run', personKey: personKey('dry run') };
  const reader = new BlockReader(opened.layout, { profile, plan, ...who });
  const count = new RowCount();
  try {
    for await (const block of opened.blocks) count.add(reader.readBlock(block));
  } catch (error) {
    throw error instanceof FileRefused ? new CommandFailure(error.message) : error;
  }
  return count.result();
}

/** Adds up what became of the blocks of a file. */
class RowCount {
  readonly #sum: DryRun = { read: 0, accepted: 0, rejected: 0, skipped: 0, reasons: [] };
  readonly #reasons = new Map<string, Reason>();

  add({ read, accepted, skipped, refused }: BlockResult): void {
    this.#sum.read += read;
    this.#sum.accepted += accepted;
    this.#sum.skipped += skipped;
    this.#sum.rejected += refused.length;
    for (const { code, field, sentence } of refused.flatMap(({ reasons }) => reasons)) {
      const key = `${code}\n${field}`;
      const known = this.#reasons.get(key) ?? { code, field, rows: 0, sentence };
      this.#reasons.set(key, { ...known, rows: known.rows + 1 });
    }
  }

  result(): DryRun {
    const reasons = [...this.#reasons.values()].sort((a, b) => b.rows - a.rows);
    return { ...this.#sum, reasons };
  }
}
