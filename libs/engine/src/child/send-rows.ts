import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import type { EngineError } from './engine-error.ts';

/** Results up to this size are sent when the query is over, with the right status and a complete summary. */
const HELD_BACK_BYTES = 1024 * 1024;

/** How a query ended. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: EngineError };

/** Never rejects, so that it may be looked at late. */
export const outcomeOf = <T>(promise: Promise<T>): Promise<Outcome<T>> =>
  promise.then(
    (value) => ({ ok: true, value }),
    (error: EngineError) => ({ ok: false, error }),
  );

/** The first bytes of a stream: all of them if they are few. */
export async function readHead(source: AsyncIterator<Buffer>): Promise<{ head: Buffer; complete: boolean }> {
  const chunks: Buffer[] = [];
  for (let size = 0; size < HELD_BACK_BYTES;) {
    const step = await source.next();
    if (step.done) return { head: Buffer.concat(chunks), complete: true };
    chunks.push(step.value);
    size += step.value.length;
  }
  return { head: Buffer.concat(chunks), complete: false };
}

/** Copies as fast as the client reads. When the client has gone, the rest is read and dropped: the query must not block. */
export async function copy(source: AsyncIterator<Buffer>, target: Writable, response: ServerResponse): Promise<void> {
  for (let step = await source.next(); !step.done; step = await source.next()) {
    await write(target, step.value, response);
  }
}

/** Writes one piece and waits for room; returns at once when the client has gone. */
export async function write(target: Writable, chunk: Buffer, response: ServerResponse): Promise<void> {
  if (response.destroyed || target.destroyed || target.write(chunk)) return;
  const stop = new AbortController();
  const gone = once(response, 'close', { signal: stop.signal });
  const drained = once(target, 'drain', { signal: stop.signal });
  await Promise.race([gone, drained]).catch(() => undefined);
  stop.abort();
  await Promise.allSettled([gone, drained]);
}

/** The tag by which a client recognises an error behind rows; sent as a header before the rows. */
export const newExceptionTag = (): string => randomBytes(8).toString('hex');

/**
 * Ends an answer whose query failed after rows had been sent.
 * The error is appended in the form that clients of ClickHouse ≥ 25.11 know, and the connection is cut before the
 * final chunk, so that every other client sees a broken transfer rather than a short result.
 */
export async function breakOff(
  target: Writable,
  response: ServerResponse,
  tag: string,
  message: string,
): Promise<void> {
  const text = `${message.trimEnd()}\n`;
  const frame = `\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`;
  await write(target, Buffer.from(frame), response);
  if (target !== response) await flush(target);
  // Closes when everything written has gone out.
  response.socket?.destroySoon();
}

/** Pushes what a compressor holds back. */
async function flush(target: Writable): Promise<void> {
  const flushable = target as Writable & { flush?(done: () => void): void };
  await new Promise<void>((resolve) => (flushable.flush ? flushable.flush(resolve) : resolve()));
}

/** The pieces of a stream as an iterator that leaves the stream open when its reader stops. */
export const piecesOf = (stream: Readable): AsyncIterator<Buffer> =>
  stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;

/** Reads to the end and drops what comes. (`resume()` would do nothing so soon after an iterator has left the stream.) */
export async function drain(stream: Readable): Promise<void> {
  const pieces = piecesOf(stream);
  for (let step = await pieces.next(); !step.done; step = await pieces.next());
}
