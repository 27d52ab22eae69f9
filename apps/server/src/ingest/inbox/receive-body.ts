import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../refusal.ts';
import { syncFolder } from './sync-folder.ts';

export interface ReceivedBody {
  readonly bytes: number;
  /** Hex digest of the bytes as they came. */
  readonly sha256: string;
}

/** The first two bytes of every gzip file. */
const GZIP = [0x1f, 0x8b] as const;

/**
 * Writes a body of any size to `path`, holding only pieces of it in memory. When this returns the file is complete and
 * would survive a power cut; when it throws there is no file. Refuses bodies larger than `most`, empty ones, and gzip
 * that is cut off or damaged (it is unpacked once, into nothing, as it arrives).
 */
export async function receiveBody(body: Readable, path: string, most: number): Promise<ReceivedBody> {
  const part = `${path}.part`;
  const hash = createHash('sha256');
  const check = gzipCheck();
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      if (bytes > most) done(tooLarge(most));
      else {
        hash.update(piece);
        check.write(piece).then(
          () => done(null, piece),
          (error: unknown) => done(error as Error),
        );
      }
    },
  });
  try {
    await pipeline(body, measure, createWriteStream(part, { flush: true, mode: 0o600 }));
    await check.end();
    if (bytes === 0) throw emptyBody();
    await rename(part, path);
    await syncFolder(dirname(path));
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    check.abandon();
    await rm(part, { force: true });
    throw error;
  }
}

/** Hex digest of a body that is read to its end and kept nowhere. */
export async function sha256Of(body: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of body as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

/** Whether the bytes of a file, given as its first two, are packed. */
export const isGzip = (first: Uint8Array): boolean => first[0] === GZIP[0] && first[1] === GZIP[1];

interface Check {
  write(piece: Buffer): Promise<void>;
  end(): Promise<void>;
  abandon(): void;
}

/** Unpacks what looks like gzip as it passes, only to see whether it can be. */
function gzipCheck(): Check {
  let started = false;
  let input: PassThrough | undefined;
  let outcome: Promise<Error | undefined> = Promise.resolve(undefined);
  const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() });
  const wait = async (sent: boolean) => {
    if (!sent && input !== undefined) await Promise.race([new Promise((done) => input?.once('drain', done)), outcome]);
  };
  return {
    async write(piece) {
      if (!started && piece.length > 0) {
        started = true;
        if (isGzip(piece)) {
          input = new PassThrough();
          outcome = pipeline(input, createGunzip(), nowhere()).then(
            () => undefined,
            () => damagedGzip(),
          );
        }
      }
      if (input !== undefined && !input.destroyed) await wait(input.write(piece));
    },
    async end() {
      input?.end();
      const error = await outcome;
      if (error !== undefined) throw error;
    },
    abandon: () => void input?.destroy(),
  };
}

/** What a sender of more than `most` bytes is told. */
export const tooLarge = (most: number) =>
  new Refusal('too-large', {
    detail: {
      zh: `文件超过 ${Math.floor(most / 2 ** 20)} MB 的上限：请拆分后分别导入。`,
      en: `The file is larger than ${Math.floor(most / 2 ** 20)} MB: split it and import the parts.`,
    },
  });

const emptyBody = () =>
  new Refusal('unprocessable', {
    detail: { zh: '文件为空：请检查导出结果。', en: 'The file is empty: check the export.' },
  });

/** What the sender of gzip that cannot be unpacked is told. */
export const damagedGzip = () =>
  new Refusal('unprocessable', {
    detail: {
      zh: '压缩文件不完整或已损坏：请重新压缩并上传。',
      en: 'The gzip file is cut off or damaged: pack it again and send it anew.',
    },
  });
