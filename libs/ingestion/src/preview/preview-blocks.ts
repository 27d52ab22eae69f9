import type { Preview, Profile } from '@tocsin/contracts';
import { isTable } from '../layout/is-table.ts';
import { personKey } from '../hash/person-key.ts';
import { misfitSentence } from '../profile/misfit-sentence.ts';
import { planFor } from '../profile/plan.ts';
import type { FileBeginning } from './inspect-blocks.ts';
import { Previewer } from './previewer.ts';

/** So many rows are counted. */
const LOOKED_AT = 5_000;

/** What would become of the first rows of a file under a profile: `rows` of them shown, some thousand counted. */
export function previewBlocks(file: FileBeginning, profile: Profile, rows: number): Preview {
  const { layout, columns, blocks, timeZone, now } = file;
  const plan = planFor(profile, isTable(layout) ? columns : undefined);
  if ('code' in plan) {
    const counts = { accepted: 0, warned: 0, rejected: 0, skipped: 0 };
    return { rows: [], columns: [...columns], seen: 0, counts, misfit: misfitSentence(plan, profile.name) };
  }
  const options = { profile, plan, timeZone, now, batchId: 'preview', personKey: personKey('preview') };
  const previewer = new Previewer(layout, options, LOOKED_AT);
  for (const block of blocks) if (!previewer.take(block)) break;
  return { ...previewer.result(rows), misfit: null };
}
