import { createReadStream } from 'node:fs';
import { type Readable, Transform, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import unbzip2 from 'unbzip2-stream';
import { FileRefused, refusals } from '../refusals.ts';
import { entryMeant, zipEntries } from './zip-entries.ts';

export const PIECE_BYTES = 2 ** 20;
/** A file may grow so many times as it is unpacked; text packs by 3 to 20 times, a bomb by a thousand. */
const MOST_GROWTH = 200;
const ALWAYS_ALLOWED = 256 * 2 ** 20;

/** The bytes inside a packed file, and how many of the file's own have been read. */
export interface Unpacked {
  readonly bytes: AsyncIterable<Uint8Array>;
  bytesRead(): number;
}

/**
 * Reads what is inside a file packed by gzip, bzip2 or zip (one `entry` of it), a piece at a time. Throws FileRefused for
 * a file that is cut off or damaged, and for one that grows beyond all measure.
 */
export async function unpacked(path: string, packing: string, entry: string, size: number): Promise<Unpacked> {
  if (packing === 'zip') {
    const meant = entryMeant(await zipEntries(path), entry);
    let unpackedBytes = 0;
    const counted = counting(await meant.open(), (bytes) => {
      unpackedBytes = bytes;
    });
    const bytesRead = () => Math.round(size * Math.min(1, unpackedBytes / Math.max(1, meant.size)));
    return { bytes: bounded(counted, 'zip', size), bytesRead };
  }
  const file = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const bytesRead = () => file.bytesRead;
  if (packing === 'none') return { bytes: file, bytesRead };
  const opened = pipeline(
    file,
    packing === 'gzip' ? createGunzip({ chunkSize: PIECE_BYTES }) : bunzip(),
    () => undefined,
  );
  return { bytes: bounded(opened, packing, size), bytesRead };
}

/** The package speaks the streams of old; behind a Transform they stop when asked to, and errors are heard. */
function bunzip(): Transform {
  const old = unbzip2();
  const through = new Transform({
    transform(piece, _, done) {
      if (old.write(piece)) done();
      else old.once('drain', () => done());
    },
    flush(done) {
      old.once('end', () => done());
      old.end();
    },
  });
  old.on('data', (piece: Buffer) => {
    if (!through.push(piece)) old.pause();
  });
  const read = through._read.bind(through);
  through._read = (count) => {
    old.resume();
    read(count);
  };
  old.on('error', (error: Error) => through.destroy(error));
  return through;
}

/** Tells how many bytes have come out. */
function counting(stream: Readable, tell: (bytes: number) => void): Readable {
  let bytes = 0;
  const through = new Transform({
    transform(piece: Buffer, _, done) {
      tell((bytes += piece.length));
      done(null, piece);
    },
  });
  return pipeline(stream, through, () => undefined);
}

async function* bounded(source: Readable, packing: string, size: number): AsyncGenerator<Uint8Array> {
  const most = Math.max(ALWAYS_ALLOWED, size * MOST_GROWTH);
  let bytes = 0;
  try {
    for await (const piece of source as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes > most) throw refusals.tooMuchInside(Math.ceil(most / 2 ** 30));
      yield piece;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : refusals.damagedPacking(packing);
  } finally {
    source.destroy();
  }
}
