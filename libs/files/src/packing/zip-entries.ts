import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, RandomAccessReader, type ZipFile, fromRandomAccessReaderPromise } from 'yauzl';
import { FileRefused, refusals } from '../refusals.ts';

/** A file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes once unpacked, as the directory promises; a stream that brings others ends with an error. */
  readonly size: number;
  /** To be read to its end, or destroyed. */
  open(): Promise<Readable>;
}

/** Each read opens the file anew, so that a stream may be given up at any time without closing another's. */
class ReaderOf extends RandomAccessReader {
  constructor(private readonly path: string) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.path, { start, end: end - 1 });
  }
}

/** Folders, and what operating systems put beside the files of people. */
const isNoise = (name: string) =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);

/** The files in a zip, by its directory at the end. Throws FileRefused for one that is cut off, damaged or encrypted. */
export async function zipEntries(path: string): Promise<readonly ZipEntry[]> {
  try {
    const { size } = await stat(path);
    const zip = await fromRandomAccessReaderPromise(new ReaderOf(path), size, { lazyEntries: true, autoClose: false });
    const entries: ZipEntry[] = [];
    for await (const entry of eachEntry(zip)) {
      if (entry.generalPurposeBitFlag & 1) throw refusals.encrypted();
      if (!isNoise(entry.fileName)) {
        const { fileName: name, uncompressedSize: size } = entry;
        entries.push({ name, size, open: () => opened(zip, entry) });
      }
    }
    return entries;
  } catch (error) {
    throw error instanceof FileRefused ? error : refusals.damagedPacking('zip');
  }
}

/** The directory may promise what is not there: damage, like any other. */
const opened = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  zip.openReadStreamPromise(entry).catch(() => {
    throw refusals.damagedPacking('zip');
  });

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((found, failed) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      zip.once('entry', found);
      zip.once('end', () => found(undefined));
      zip.once('error', failed);
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

/** The one file meant: the named one, or the only one there is. */
export function entryMeant(entries: readonly ZipEntry[], entry: string): ZipEntry {
  const names = entries.map(({ name }) => name);
  if (entry !== '') {
    const named = entries.find(({ name }) => name === entry);
    if (named === undefined) throw refusals.unknownEntry(entry, names);
    return named;
  }
  const [only, ...more] = entries;
  if (only === undefined) throw refusals.noEntry();
  if (more.length > 0) throw refusals.manyEntries(names);
  return only;
}
