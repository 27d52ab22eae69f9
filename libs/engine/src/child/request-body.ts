import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { engineError } from './engine-error.ts';
import { drain } from './send-rows.ts';
import type { Spool, SpoolFile } from './spool.ts';
import { readStatement, type Statement } from './statement.ts';
import { isWord, tokens } from './tokens.ts';

/** Enough to hold the head of any INSERT, as a server's `max_query_size` is. */
const HEAD_BYTES = 256 * 1024;

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body as the client meant it, whatever its Content-Encoding. Throws code 89 for an unknown one. */
export function decodedBody(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding']?.toLowerCase();
  if (!encoding || encoding === 'identity') return request;
  const decoder = DECODERS[encoding]?.();
  if (!decoder)
    throw engineError('UNKNOWN_COMPRESSION_METHOD', `Unknown compression method ${encoding}: use gzip, deflate or br`);
  request.on('error', (cause) => decoder.destroy(cause));
  request.on('close', () => request.complete || decoder.destroy(new Error('the client went away')));
  return request.pipe(decoder);
}

/** A whole body in memory, for bodies that are SQL. Throws code 229 when it is longer than `limit` bytes. */
export async function readWhole(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) {
      const advice = 'send rows with INSERT … FORMAT';
      throw engineError('QUERY_IS_TOO_LARGE', `The statement is longer than ${limit} bytes: ${advice}`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The pieces of a body. Leaving it half-way does not destroy it, since with the request goes the connection, and the
 * client would never see why.
 */
export const chunksOf = (body: Readable): AsyncIterableIterator<Buffer> =>
  body.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;

/** Reads and drops what is left of a request, so that the client can read its answer and use the connection again. */
export function dropRest(incoming: IncomingMessage): void {
  incoming.unpipe();
  drain(incoming).catch(() => undefined);
}

/** A statement and, for an INSERT with data, the file with its data. */
export interface Received {
  readonly statement: Statement;
  readonly data: SpoolFile | undefined;
}

/**
 * Receives `query` (from the URL) and the body that follows it, as one text: ClickHouse lets a statement stand in
 * either, or begin in one and go on in the other. Data behind `INSERT … FORMAT X` go to the spool, byte for byte.
 * An INSERT is run only when its data have arrived completely: a client that goes away half-way inserts nothing.
 */
export async function receive(
  query: string,
  body: Readable,
  spool: Spool,
  maxStatementBytes: number,
): Promise<Received> {
  const iterator = chunksOf(body);
  const head: Buffer[] = query === '' ? [] : [Buffer.from(`${query}\n`)];
  for (let size = 0; size < HEAD_BYTES;) {
    const step = await iterator.next();
    if (step.done) break;
    head.push(step.value);
    size += step.value.length;
  }
  const bytes = Buffer.concat(head);
  // One character a byte, so that positions in the text are positions in the bytes.
  const start = bytes.toString('latin1');
  const first = tokens(start).next();
  if (!first.done && isWord(first.value, 'INSERT')) {
    const statement = readStatement(start);
    if (statement.kind === 'data-insert') {
      const data = await spool.write(rest(bytes.subarray(statement.dataStart), iterator));
      return { statement: { ...statement, before: asUtf8(statement.before), after: asUtf8(statement.after) }, data };
    }
  }
  const whole = await readWhole(rest(bytes, iterator), maxStatementBytes);
  return { statement: readStatement(whole.toString('utf8')), data: undefined };
}

const asUtf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');

async function* rest(head: Buffer, tail: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* tail;
}
