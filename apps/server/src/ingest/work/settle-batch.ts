import type { Sentence } from '@tocsin/contracts';
import { type ImportRecord, type Warehouse, applyBatch, discardBatch, foreseeBatch } from '@tocsin/warehouse';
import type { Counts } from './batch-work.ts';

type Outcome = Pick<ImportRecord, 'state' | 'error' | 'added' | 'updated' | 'duplicate' | 'outdated'>;

/**
 * What becomes of rows that have been stored but not yet seen by anybody: they become visible; or, where more rows were
 * refused than the sender allows, or the file was only to be looked at, they go again and leave the counts of what would
 * have been. Refused rows of a stopped batch stay, to be mended and sent again. Safe to repeat.
 */
export async function settleBatch(
  warehouse: Warehouse,
  { id, dryRun, maxRejectedShare }: ImportRecord,
  { read, accepted, rejected }: Counts,
): Promise<Outcome> {
  const stopped = rejected > maxRejectedShare * read;
  if (!stopped && !dryRun) {
    return { ...(accepted > 0 ? countsOf(await applyBatch(warehouse, id)) : none), state: 'done', error: null };
  }
  const would = accepted > 0 ? countsOf(await foreseeBatch(warehouse, id)) : none;
  await discardBatch(warehouse, id, { keepRejected: !dryRun });
  if (!stopped) return { ...would, state: 'done', error: null };
  return { ...would, state: 'stopped', error: tooManyRefused(rejected, read, maxRejectedShare) };
}

const none = { added: 0, updated: 0, duplicate: 0, outdated: 0 };
const countsOf = ({ added, updated, duplicate, outdated }: typeof none) => ({ added, updated, duplicate, outdated });

function tooManyRefused(rejected: number, read: number, limit: number): Sentence {
  const [share, most] = [percent(rejected / read), percent(limit)];
  return {
    zh: `${read} 行中有 ${rejected} 行被拒绝（${share}），超过允许的 ${most}：没有导入任何一行。请修正被拒绝的行后重新上传，或放宽上限。`,
    en: `${rejected} of ${read} rows were refused (${share}), more than the ${most} allowed: nothing was imported. Mend the refused rows and send the file again, or allow more.`,
  };
}

/** Two places, so that a share just above its limit does not read as equal to it. */
const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
