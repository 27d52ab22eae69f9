/** One message of a stream of server-sent events. */
export interface SentEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** Reads server-sent events as a page does; `close` ends the line. */
export class TestEventSource {
  readonly #reader: ReadableStreamDefaultReader<string>;
  readonly #ready: SentEvent[] = [];
  #text = '';

  private constructor(reader: ReadableStreamDefaultReader<string>) {
    this.#reader = reader;
  }

  static async open(url: string, headers: Record<string, string>): Promise<TestEventSource> {
    const answer = await fetch(url, { headers: { accept: 'text/event-stream', ...headers } });
    if (!answer.ok || answer.body === null) throw new Error(`${url} answered ${answer.status}`);
    return new TestEventSource(answer.body.pipeThrough(new TextDecoderStream() as never).getReader() as never);
  }

  /** The next message; comments and `retry` are passed over. Undefined when the line has ended. */
  async next(): Promise<SentEvent | undefined> {
    while (this.#ready.length === 0) {
      const { value, done } = await this.#reader.read();
      if (done) return undefined;
      this.#take(value);
    }
    return this.#ready.shift();
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }

  #take(piece: string): void {
    const parts = (this.#text + piece).split('\n\n');
    this.#text = parts.pop() ?? '';
    for (const part of parts) {
      const fields = new Map(part.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
      const data = fields.get('data');
      if (data !== undefined) {
        this.#ready.push({ event: fields.get('event') ?? 'message', id: fields.get('id'), data: JSON.parse(data) });
      }
    }
  }
}
