import type { Encoding } from '@tocsin/contracts';

const LF = 10;
const CR = 13;

/**
 * Pieces of a text as the cutter needs them: UTF-16 becomes UTF-8, and lines that end with a carriage return alone end
 * with a line feed. Other encodings stay, since no character of theirs holds a byte that the cutter looks for.
 */
export async function* toCuttable(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  carriageReturns: boolean,
): AsyncGenerator<Uint8Array> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const decoder = wide ? new TextDecoder(encoding) : undefined;
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    const bytes = decoder === undefined ? piece : encoder.encode(decoder.decode(piece, { stream: true }));
    yield carriageReturns ? bytes.map((byte) => (byte === CR ? LF : byte)) : bytes;
  }
  const rest = decoder === undefined ? undefined : encoder.encode(decoder.decode());
  if (rest !== undefined && rest.length > 0) yield rest;
}

/** The encoding in which the pieces of `toCuttable` are written. */
export const cuttableEncoding = (encoding: Encoding): Encoding =>
  encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-8' : encoding;
