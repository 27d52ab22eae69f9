/** Every message begins with a mark and the length of what follows. */
const PREFIX_BYTES = 8;
/** A mark and a length of nothing end a stream. */
const END_BYTES = 8;

/**
 * What `RowColumns` has handed over, several times, as one stream: the schema of the first and the batches of all. None of
 * them may be empty.
 *
 * Source  Arrow columnar format, "IPC streaming format".
 */
export function* joinedStreams(streams: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const [place, stream] of streams.entries()) {
    const { buffer, byteOffset, length } = stream;
    const schemaBytes = PREFIX_BYTES + new DataView(buffer, byteOffset).getInt32(4, true);
    const isLast = place === streams.length - 1;
    yield stream.subarray(place === 0 ? 0 : schemaBytes, isLast ? length : length - END_BYTES);
  }
}
