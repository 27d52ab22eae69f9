import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, RequestPayload } from 'fastify';
import type { Sentence } from '@tocsin/contracts';
import { damagedGzip } from '../ingest/inbox/receive-body.ts';
import { Refusal } from '../refusal.ts';

/** A body that is not handed over as a stream has at most so many bytes, unpacked. */
export const MOST_JSON_BYTES = 2 ** 20;

/**
 * Lets bodies of JSON come packed (`Content-Encoding: gzip`), at most as many bytes unpacked as any other of them may
 * have. Files are not touched: they are kept as they came, and their reader unpacks them.
 */
export function unpackJson(fastify: Pick<FastifyInstance, 'addHook'>): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
    if (!isJson || encoding === 'identity') done(null, payload);
    else if (encoding === 'gzip' || encoding === 'x-gzip') done(null, unpacked(payload, MOST_JSON_BYTES));
    else done(unknownPacking(encoding) as never);
  });
}

/**
 * What a packed body holds. It fails with a Refusal as soon as more than `most` bytes come out of it, however few went in,
 * or when it is cut off or damaged. The rest of the request is then read and dropped: a sender that is cut off in the
 * middle would never hear why.
 */
function unpacked(payload: RequestPayload, most: number): RequestPayload {
  const gunzip = createGunzip();
  const out = new PassThrough();
  let packedBytes = 0;
  let bytes = 0;
  const fail = (error: Error) => {
    payload.unpipe(gunzip);
    payload.resume();
    gunzip.destroy();
    out.destroy(error);
  };
  payload.on('data', (piece: Buffer) => {
    packedBytes += piece.length;
  });
  payload.once('error', fail);
  gunzip.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > most) fail(new Refusal('too-large', { detail: tooLargeBody }));
    else out.write(piece);
  });
  gunzip.once('end', () => out.end());
  gunzip.on('error', () => fail(damagedGzip()));
  payload.pipe(gunzip);
  // By it the framework compares what came with what was announced.
  return Object.defineProperty(out, 'receivedEncodedLength', { get: () => packedBytes });
}

const megabytes = MOST_JSON_BYTES / 2 ** 20;

/** What the sender of a larger body is told. */
export const tooLargeBody: Sentence = {
  zh: `内容（如经压缩，按解压后计）超过 ${megabytes} MB 的上限：请分成几次发送，或以文件形式导入（POST /api/v1/imports）。`,
  en: `The body, unpacked, is larger than ${megabytes} MB: send it in parts, or import it as a file (POST /api/v1/imports).`,
};

const unknownPacking = (encoding: string) =>
  new Refusal('unsupported-media-type', {
    detail: {
      zh: `不支持 Content-Encoding: ${encoding.slice(0, 40)}：请用 gzip 压缩，或不压缩直接发送。`,
      en: `The Content-Encoding ${encoding.slice(0, 40)} is not known: pack the body with gzip, or send it as it is.`,
    },
  });
