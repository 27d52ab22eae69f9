import {
  type Block,
  BlockReader,
  type BlockResult,
  GrainGatherer,
  GrainScatter,
  type Remaining,
  type RowOptions,
  type FileBeginning,
  type InspectedTable,
  type ProfileChoice,
  chooseForBlocks,
  inspectBlocks,
  personKey,
  previewBlocks,
  sealer,
  withoutErased,
} from '@tocsin/ingestion';
import type { Preview, Profile } from '@tocsin/contracts';
import { type FileOptions, type PackedFile, unpackFile } from './packed-file.ts';
import { move, transferableSymbol, valueSymbol } from 'piscina';

export interface BlockTask {
  readonly file: PackedFile;
  readonly block: Block;
}

export interface ScatterTask extends BlockTask {
  readonly buckets: number;
}

export interface GatherTask {
  readonly file: PackedFile;
  readonly lines: string;
}

export interface InspectTask {
  readonly file: FileBeginning;
  readonly profiles: readonly Profile[];
}

export interface PreviewTask {
  readonly file: FileBeginning;
  readonly profile: Profile;
  readonly rows: number;
}

export interface ScatteredBlock {
  readonly result: Remaining;
  readonly lines: readonly string[];
}

const unpacked = perBatch(({ packed }: PackedFile) => unpackFile(packed));
const readers = perBatch((file: FileOptions) => new BlockReader(file.layout, rowOptions(file)));
const gatherers = perBatch((file: FileOptions) => new GrainGatherer(rowOptions(file)));
const remaining = perBatch(({ erased, hashKey }: FileOptions) => {
  const keys = new Set(erased);
  const key = personKey(hashKey);
  return (result: BlockResult) => withoutErased(result, keys, key);
});
let scatter: { readonly batchId: string; readonly scatter: GrainScatter } | undefined;

/** The whole work of an import thread: one block in, TabSeparated rows out. Blocks come in any order. */
export default function readBlock({ file: packed, block }: BlockTask): Remaining {
  const file = unpacked(packed);
  return handedOver(remaining(file)(readers(file).readBlock(block)));
}

/** Does nothing: a thread that answers has been started. */
export const wakeUp = (): null => null;

/** First half of a file with a grain: one block in, its records as lines by bucket out. */
export function scatterBlock({ file: packed, block, buckets }: ScatterTask): ScatteredBlock {
  const file = unpacked(packed);
  if (scatter?.batchId !== file.batchId) {
    scatter = { batchId: file.batchId, scatter: new GrainScatter(file.layout, rowOptions(file), buckets) };
  }
  const { result, lines } = scatter.scatter.scatterBlock(block);
  return { result: remaining(file)(result), lines };
}

/** Second half: the lines of one bucket in, a row for each complaint out. */
export function gatherBucket({ file: packed, lines }: GatherTask): Remaining {
  const file = unpacked(packed);
  return handedOver(remaining(file)(gatherers(file).readBucket(lines)));
}

/** What the first rows of a file say, for a person who is about to import it. */
export const inspectFile = ({ file, profiles }: InspectTask): InspectedTable => inspectBlocks(file, profiles);

/** The profile that a file fits which nobody named one for. */
export const chooseProfile = ({ file, profiles }: InspectTask): ProfileChoice => chooseForBlocks(file, profiles);

/** What would become of them under a profile. */
export const previewFile = ({ file, profile, rows }: PreviewTask): Preview => previewBlocks(file, profile, rows);

/** The rows' bytes are moved to the other side, not copied. */
function handedOver(answer: Remaining): Remaining {
  const moved: object = move({ [transferableSymbol]: answer.rows.buffer, [valueSymbol]: answer });
  return moved as Remaining; // what arrives on the other side
}

function rowOptions({ layout: _layout, erased: _erased, hashKey, originalsKey, ...options }: FileOptions): RowOptions {
  const seal = originalsKey === '' ? undefined : sealer(originalsKey);
  return { ...options, personKey: personKey(hashKey), seal };
}

/** What is made for a batch serves all its blocks. */
function perBatch<File extends { readonly batchId: string }, Made>(make: (file: File) => Made): (file: File) => Made {
  let current: { readonly batchId: string; readonly made: Made } | undefined;
  return (file) => {
    if (current?.batchId !== file.batchId) current = { batchId: file.batchId, made: make(file) };
    return current.made;
  };
}
