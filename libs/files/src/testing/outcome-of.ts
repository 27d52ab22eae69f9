import type { Layout } from '@tocsin/contracts';
import {
  BlockReader,
  type SkipReason,
  isTable,
  misfitSentence,
  personKey,
  planFor,
  rowsIn,
  shippedProfile,
} from '@tocsin/ingestion';
import { openFile } from '../open-file.ts';
import { FileRefused } from '../refusals.ts';

/** What became of a file: its rows counted, or the sentence with which it was refused. */
export type Outcome =
  | { readonly refusal: string }
  | {
      readonly layout: Layout;
      readonly columns: readonly string[];
      readonly read: number;
      readonly accepted: number;
      readonly rejected: number;
      readonly skipped: number;
      readonly skips: Partial<Record<SkipReason, number>>;
      /** Codes of the reasons, each with the number of rows. */
      readonly reasons: Readonly<Record<string, number>>;
      /** Stored rows as text. */
      readonly rows: string;
    };

/** Reads a file as an import does, in one thread and storing nothing. */
export async function outcomeOf(
  path: string,
  profileName = 'canonical',
  choice: Partial<Layout> = {},
): Promise<Outcome> {
  const profile = shippedProfile(profileName);
  if (profile === undefined) throw new Error(`no profile ${profileName}`);
  const opened = await openFile(path, { ...profile.layout, ...choice });
  if ('refusal' in opened) return { refusal: opened.refusal.en };
  const { layout, columns, blocks } = opened;
  const plan = planFor(profile, isTable(layout) ? columns : undefined);
  if ('code' in plan) {
    await blocks.return(undefined);
    return { refusal: misfitSentence(plan, profileName).en };
  }
  const now = Date.parse('2026-11-22T00:00:00Z') / 1000;
  const who = { timeZone: 'Asia/Shanghai', now, batchId: 'b', personKey: personKey('a secret of the test') };
  const reader = new BlockReader(layout, { profile, plan, ...who });
  const sum = { read: 0, accepted: 0, rejected: 0, skipped: 0, rows: '' };
  const skips: Partial<Record<SkipReason, number>> = {};
  const reasons: Record<string, number> = {};
  try {
    for await (const block of blocks) {
      const result = reader.readBlock(block);
      sum.read += result.read;
      sum.accepted += result.accepted;
      sum.rejected += result.refused.length;
      sum.skipped += result.skipped;
      for (const row of rowsIn(result.rows)) sum.rows += `${row.join('\t')}\n`;
      for (const [reason, rows] of Object.entries(result.skips) as [SkipReason, number][]) {
        skips[reason] = (skips[reason] ?? 0) + rows;
      }
      for (const { code } of result.refused.flatMap((row) => row.reasons)) reasons[code] = (reasons[code] ?? 0) + 1;
    }
  } catch (error) {
    if (error instanceof FileRefused) return { refusal: error.message };
    throw error;
  }
  return { layout, columns, ...sum, skips, reasons };
}
