import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Sentence } from '@tocsin/contracts';
import { FileRefused, type OpenedFile, openFile } from '@tocsin/files';
import { type Block, isTable, misfitSentence, planFor } from '@tocsin/ingestion';
import { type ImportRecord, type Warehouse, discardBatch, erasedKeys, saveImport } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import type { ImportsUnderWay } from '../../pipeline/imports-under-way.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { profileAt } from '../profiles/kept-profiles.ts';
import { BrokenOff, stopIfCancelled } from './broken-off.ts';
import type { ImportThreads } from './import-threads.ts';
import { gathered } from './gathered.ts';
import { GrainFiles, GrainTooCoarse, bucketsFor } from './grain-files.ts';
import { inOrder } from './in-order.ts';
import { type FileOptions, packFile } from './packed-file.ts';
import { deadlineRules } from '../../reference/deadline-rules.ts';
import { knownCodes } from './known-codes.ts';
import { Doubts } from './doubts.ts';
import { Refusals } from './refusals.ts';
import { Skips } from './skips.ts';
import { settleBatch } from './settle-batch.ts';
import { VersionChunks } from './version-chunks.ts';

/** The steps of an import, in order. Each may be the last before a crash; the next run begins anew. */
export type Step = 'begun' | 'stored' | 'settled' | 'done' | 'removed';

export interface BatchParts {
  readonly warehouse: Warehouse;
  readonly inbox: Inbox;
  readonly threads: ImportThreads;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly hashKey: string;
  readonly originals: { readonly key: string; readonly days: number };
  readonly underWay: ImportsUnderWay;
  /** Told after each step; tests break off here. */
  readonly reached?: (step: Step) => void;
}

export interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly warned: number;
  readonly reasons: ImportRecord['reasons'];
  readonly warnings: ImportRecord['warnings'];
  readonly skips: ImportRecord['skips'];
  readonly layout: ImportRecord['layout'];
}

/**
 * Imports one batch from its file: versions and refused rows are stored, `complaint` is settled, counts are kept, the
 * file goes. A batch that is only looked at, or of which too much is refused, leaves nothing but its counts. Safe to
 * repeat from the start after a crash at any point: a row is stored under its batch and row number, what settling does is
 * worked out once, and nothing depends on the moment of the run but `finishedAt`.
 *
 * Answers the finished record. A file that cannot be imported at all ends as `failed`, with the reason; anything
 * unforeseen is thrown and leaves the batch to the next run.
 */
export async function workBatch(batch: ImportRecord, parts: BatchParts): Promise<ImportRecord> {
  try {
    return await importBatch(batch, parts);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    await discardBatch(parts.warehouse, batch.id);
    return await finish(batch, parts, { state: 'cancelled', error: null });
  } finally {
    parts.underWay.end(batch.id);
  }
}

async function importBatch(batch: ImportRecord, parts: BatchParts): Promise<ImportRecord> {
  const { warehouse, underWay, reached } = parts;
  underWay.begin(batch.id);
  await stopIfCancelled(warehouse, batch.id);
  await saveImport(warehouse, { ...batch, state: 'running' });
  reached?.('begun');
  const counts = await storeRows(batch, parts);
  if ('error' in counts) {
    await discardBatch(warehouse, batch.id);
    return finish(batch, parts, { state: 'failed', error: counts.error });
  }
  reached?.('stored');
  await stopIfCancelled(warehouse, batch.id); // the last moment: from here on rows become visible
  underWay.tell(batch.id, () => ({ stage: 'settling', share: 1, counts }));
  const settled = await settleBatch(warehouse, batch, counts);
  reached?.('settled');
  return finish(batch, parts, { ...counts, ...settled });
}

async function finish(batch: ImportRecord, parts: BatchParts, outcome: Partial<ImportRecord>): Promise<ImportRecord> {
  const record = { ...batch, ...outcome, finishedAt: parts.clock.now().toISOString() };
  await saveImport(parts.warehouse, record);
  parts.reached?.('done');
  await parts.inbox.remove(batch.id);
  parts.reached?.('removed');
  return record;
}

async function storeRows(batch: ImportRecord, parts: BatchParts): Promise<Counts | { readonly error: Sentence }> {
  const { warehouse, inbox, timeZone, hashKey, originals, underWay } = parts;
  const path = inbox.pathOf(batch.id);
  const profile = await profileAt(warehouse, batch.profile, batch.profileVersion);
  if (profile === undefined) return { error: unknownProfile(batch.profile) };
  if (!existsSync(path)) return { error: fileGone };
  parts.threads.wakeFor((await stat(path)).size);
  const opened = await openFile(path, profile.layout);
  if ('refusal' in opened) return { error: opened.refusal };
  const { layout, blocks } = opened;
  const plan = planFor(profile, isTable(layout) ? opened.columns : undefined);
  if ('code' in plan) {
    await blocks.return(undefined);
    return { error: misfitSentence(plan, profile.name) };
  }
  const now = Math.floor(Date.parse(batch.receivedAt) / 1000);
  const known = { knownCodes: await knownCodes(warehouse), ...(await deadlineRules(warehouse)) };
  const kept = { originalsKey: originals.days > 0 ? originals.key : '', ...known };
  const erased = (await warehouse.rows(erasedKeys())).map(({ key }) => key);
  const file = { profile, plan, timeZone, now, batchId: batch.id, layout, hashKey, ...kept, erased };
  const versions = new VersionChunks(warehouse);
  const refusals = new Refusals(warehouse, batch.id, dayAfter(batch.receivedAt, originals.days));
  const doubts = new Doubts(warehouse, batch.id);
  const sums = { read: 0, accepted: 0, skipped: 0 };
  const skips = new Skips();
  underWay.tell(batch.id, () => reading(opened, { ...sums, rejected: refusals.rows }));
  try {
    for await (const result of await resultsOf(file, path, blocks, parts)) {
      if (underWay.isCancelled(batch.id)) throw new BrokenOff(`import ${batch.id} was cancelled`);
      sums.read += result.read;
      sums.accepted += result.accepted;
      sums.skipped += result.skipped;
      skips.add(result.skips);
      if (result.erased > 0) skips.add({ erased: result.erased });
      await versions.add(result.rows, result.accepted);
      await refusals.add(result.refused);
      await doubts.add(result.doubtful);
    }
    await versions.finish();
    await refusals.finish();
  } catch (error) {
    if (error instanceof GrainTooCoarse) return { error: grainTooCoarse };
    if (error instanceof FileRefused) return { error: error.sentence };
    throw error;
  } finally {
    await versions.settle();
  }
  const found = { rejected: refusals.rows, reasons: refusals.reasons, skips: skips.reasons };
  return { layout, ...sums, ...(await doubts.finish()), ...found };
}

/** How far the reading is, by the file's own bytes. */
const reading = ({ bytesRead, bytes }: OpenedFile, counts: Partial<ImportRecord>) =>
  ({ stage: 'reading', share: Math.min(1, bytesRead() / Math.max(1, bytes)), counts }) as const;

/** The day so many days after a moment, in UTC: originals are kept until then. */
const dayAfter = (moment: string, days: number) =>
  new Date(Date.parse(moment) + days * 86_400_000).toISOString().slice(0, 10);

/** What becomes of the file's rows, part by part: of each by itself, or of those that make a complaint together. */
async function resultsOf(file: FileOptions, path: string, blocks: AsyncIterable<Block>, parts: BatchParts) {
  const { threads, inbox } = parts;
  const packed = packFile(file);
  if (file.profile.grain === undefined) {
    return inOrder(blocks, threads.blocksAhead, (block) => threads.read({ file: packed, block }));
  }
  const buckets = bucketsFor((await stat(path)).size, file.layout.packing !== 'none');
  return gathered(packed, blocks, threads, new GrainFiles(inbox.workFolderOf(file.batchId), buckets), buckets);
}

const grainTooCoarse: Sentence = {
  zh: '导入模板的合并列使过多的行成为同一件投诉：请改用能区分每件投诉的列。',
  en: 'Too many rows agree in the columns by which the profile gathers them: name columns that tell complaints apart.',
};

const unknownProfile = (name: string): Sentence => ({
  zh: `没有名为 ${name} 的导入模板：请选用已有的模板。`,
  en: `There is no profile ${name}: choose one that exists.`,
});

const fileGone: Sentence = {
  zh: '等待导入的文件已不存在：请重新上传。',
  en: 'The file that waited to be imported is gone: send it again.',
};
