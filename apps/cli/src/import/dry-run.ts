import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Import } from '@tocsin/contracts';
import type { Profile } from '@tocsin/contracts';
import {
  type Block,
  BlockReader,
  type BlockResult,
  fileFormat,
  type FileFormat,
  headerCells,
  misfitSentence,
  openText,
  personKey,
  planFor,
  RecordCutter,
  assumedLayout,
} from '@tocsin/ingestion';
import type { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';
import { kindOf } from './kind-of-file.ts';

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
  const count = new RowCount(profile, loadConfig().timeZone);
  const source = createReadStream(path, { highWaterMark: 2 ** 20 });
  const take = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) count.push(piece);
  };
  await (kindOf(path).encoding === 'gzip' ? pipeline(source, createGunzip(), take) : pipeline(source, take));
  return count.result();
}

/** Adds up what the readers of a file's blocks say. */
class RowCount {
  readonly #profile: Profile;
  readonly #timeZone: string;
  readonly #sum: DryRun = { read: 0, accepted: 0, rejected: 0, skipped: 0, reasons: [] };
  readonly #reasons = new Map<string, Reason>();
  #format: FileFormat | undefined;
  #cutter: RecordCutter | undefined;
  #reader: BlockReader | undefined;

  constructor(profile: Profile, timeZone: string) {
    this.#profile = profile;
    this.#timeZone = timeZone;
  }

  push(piece: Uint8Array): void {
    this.#format ??= fileFormat(piece);
    if (this.#format === undefined) return; // nothing but white space so far
    this.#cutter ??= new RecordCutter(
      this.#format === 'csv' ? { delimiter: assumedLayout(this.#profile).delimiter } : {},
    );
    for (const block of this.#cutter.push(piece)) this.#take(block);
  }

  result(): DryRun {
    for (const block of this.#cutter?.end() ?? []) this.#take(block);
    const reasons = [...this.#reasons.values()].sort((a, b) => b.rows - a.rows);
    return { ...this.#sum, reasons };
  }

  #take(block: Block): void {
    if (block.kind === 'header') {
      const { text } = openText(block.bytes, assumedLayout(this.#profile).encoding);
      this.#reader = this.#readerFor(headerCells(text, assumedLayout(this.#profile).delimiter));
      return;
    }
    this.#reader ??= this.#readerFor(this.#format === 'csv' ? [] : undefined);
    this.#add(this.#reader.readBlock(block));
  }

  #readerFor(header: readonly string[] | undefined): BlockReader {
    const plan = planFor(this.#profile, header);
    if ('code' in plan) throw new CommandFailure(misfitSentence(plan, this.#profile.name).en);
    return new BlockReader(this.#format ?? 'csv', {
      profile: this.#profile,
      plan,
      timeZone: this.#timeZone,
      now: Math.floor(Date.now() / 1000),
      batchId: 'dry-run',
      personKey: personKey('dry run'),
    });
  }

  #add({ read, accepted, skipped, refused }: BlockResult): void {
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
}
