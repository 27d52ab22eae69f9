/** One message of Arrow's stream format: what it announces, and all its bytes. */
export interface ArrowMessage {
  readonly kind: 'schema' | 'dictionary' | 'batch' | 'other';
  readonly bytes: Uint8Array;
}

/** No schema and no batch of rows is larger; a length beyond is damage. */
const MOST_METADATA = 16 * 2 ** 20;
const MOST_BODY = 1024 * 2 ** 20;
const CONTINUES = 0xffffffff;
/** `MessageHeader` of Arrow's Message.fbs. */
const KINDS = ['other', 'schema', 'dictionary', 'batch'] as const;

/** Ends a stream. */
export const END_OF_STREAM = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/**
 * Cuts a stream, or a file (the same between a mark and a footer), into its messages without looking into them: the
 * package's own reader believes every length and offset that a damaged file names. Throws RangeError at damage.
 *
 * Source  Arrow columnar format, "Encapsulated message format" and "IPC file format".
 */
export async function* arrowMessages(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ArrowMessage> {
  const bytes = new Bytes(pieces);
  if (new TextDecoder('latin1').decode(await bytes.peek(6)) === 'ARROW1') await bytes.take(8);
  while (await bytes.has(8)) {
    const prefix = await bytes.take(8);
    const view = viewOf(prefix);
    const length = view.getInt32(4, true);
    if (view.getUint32(0, true) !== CONTINUES || length < 0 || length > MOST_METADATA) throw new RangeError('framing');
    if (length === 0) return;
    const metadata = await bytes.take(length);
    const { kind, bodyLength } = headOf(metadata);
    const body = await bytes.take(bodyLength);
    yield { kind, bytes: Buffer.concat([prefix, metadata, body]) };
  }
}

/** Reads the two fields of a Message (a FlatBuffers table) that framing needs; every access is checked by DataView. */
function headOf(metadata: Uint8Array): { kind: ArrowMessage['kind']; bodyLength: number } {
  const view = viewOf(metadata);
  const table = view.getUint32(0, true);
  const fields = table - view.getInt32(table, true);
  const fieldAt = (index: number) => {
    const at = 4 + 2 * index;
    const offset = at < view.getUint16(fields, true) ? view.getUint16(fields + at, true) : 0;
    return offset === 0 ? undefined : table + offset;
  };
  const [header, body] = [fieldAt(1), fieldAt(3)];
  const kind = KINDS[header === undefined ? 0 : view.getUint8(header)] ?? 'other';
  const bodyLength = body === undefined ? 0 : Number(view.getBigInt64(body, true));
  if (bodyLength < 0 || bodyLength > MOST_BODY) throw new RangeError('body');
  return { kind, bodyLength };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Takes as many bytes as asked for out of pieces of any size. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #length = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#source = pieces[Symbol.asyncIterator]();
  }

  async has(count: number): Promise<boolean> {
    while (this.#length < count) {
      const { value, done } = await this.#source.next();
      if (done) return false;
      this.#held.push(value);
      this.#length += value.length;
    }
    return true;
  }

  async peek(count: number): Promise<Uint8Array> {
    await this.has(count);
    this.#held = [Buffer.concat(this.#held)];
    return this.#held[0]?.subarray(0, count) ?? new Uint8Array();
  }

  async take(count: number): Promise<Uint8Array> {
    if (!(await this.has(count))) throw new RangeError('the file ends too early');
    const all = Buffer.concat(this.#held);
    this.#held = [all.subarray(count)];
    this.#length = all.length - count;
    return all.subarray(0, count);
  }
}
