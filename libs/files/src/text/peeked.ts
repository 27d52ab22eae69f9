/** The first bytes of a source, and the whole of it again. */
export interface Peeked {
  readonly head: Uint8Array;
  /** The head is all there is. */
  readonly whole: boolean;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

/** Reads on until `most` bytes have been seen; nothing is lost of what follows. */
export async function peeked(source: AsyncIterable<Uint8Array>, most: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let bytes = 0;
  let whole = false;
  while (bytes < most && !whole) {
    const { value, done } = await iterator.next();
    if (done) whole = true;
    else {
      seen.push(value);
      bytes += value.length;
    }
  }
  return { head: Buffer.concat(seen), whole, pieces: again(seen, iterator) };
}

async function* again(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
