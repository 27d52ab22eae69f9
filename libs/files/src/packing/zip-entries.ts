import type { Readable } from 'node:stream';
import { type Entry, type ZipFile, openPromise } from 'yauzl';
import { FileRefused, refusals } from '../refusals.ts';

/** A file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  open(): Promise<Readable>;
}

export interface Archive {
  readonly entries: readonly ZipEntry[];
  close(): void;
}

/** Folders, and what operating systems put beside the files of people. */
const isNoise = (name: string) =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);

/** Opens a zip by its directory at the end. Throws FileRefused for one that is cut off, damaged or encrypted. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => undefined);
  if (zip === undefined) throw refusals.damagedPacking('zip');
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of eachEntry(zip)) {
      if (entry.generalPurposeBitFlag & 1) throw refusals.encrypted();
      if (isNoise(entry.fileName)) continue;
      entries.push({ name: entry.fileName, bytes: entry.uncompressedSize, open: () => streamOf(zip, entry) });
    }
  } catch (error) {
    zip.close();
    throw error instanceof FileRefused ? error : refusals.damagedPacking('zip');
  }
  return { entries, close: () => zip.close() };
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((found, failed) => {
      const settle = (act: () => void) => () => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        act();
      };
      zip.once('entry', (one: Entry) => settle(() => found(one))());
      zip.once(
        'end',
        settle(() => found(undefined)),
      );
      zip.once('error', (error: Error) => settle(() => failed(error))());
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((found, failed) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) failed(refusals.damagedPacking('zip'));
      else found(stream);
    });
  });

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

/** The bytes of one file of a zip; the archive closes behind them. */
export async function entryStream(path: string, entry: string): Promise<{ stream: Readable; bytesRead: () => number }> {
  const archive = await openArchive(path);
  const meant = entryMeant(archive.entries, entry);
  const stream = await meant.open();
  stream.once('close', () => archive.close());
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
  });
  stream.pause();
  return { stream, bytesRead: () => bytes };
}
