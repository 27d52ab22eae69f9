import type { FeedDataMessage, FeedMessage } from '@tocsin/contracts';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';

/** A page that reads nothing for so many bytes is let go; it comes back and catches up. */
const MOST_UNREAD_BYTES = 2 ** 20;

/** How soon a browser connects again, in milliseconds. */
const RETRY_MS = 3_000;

export const alertText = (message: FeedMessage): string => {
  const id = `${Date.parse(message.event.at)}.${message.noticeId}`;
  return `id: ${id}\nevent: alert\ndata: ${JSON.stringify(message)}\n\n`;
};

export const dataText = (message: FeedDataMessage): string => `event: data\ndata: ${JSON.stringify(message)}\n\n`;

/** One open line to one page. Texts leave in the order in which they were queued, each when it is ready. */
export class EventStream {
  readonly #raw: ServerResponse;
  #last: Promise<void>;
  #release: () => void = () => undefined;

  constructor(reply: FastifyReply) {
    this.#raw = reply.raw;
    const headers = reply.getHeaders();
    reply.hijack();
    this.#raw.writeHead(200, {
      ...(headers as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    // whatever is queued waits until the beginning is written
    this.#last = new Promise((resolve) => (this.#release = resolve));
  }

  begin(text: () => Promise<string>): void {
    void this.#write(async () => `retry: ${RETRY_MS}\n\n${await text()}`).then(this.#release);
  }

  queue(text: () => Promise<string>): void {
    this.#last = this.#last.then(() => this.#write(text));
  }

  onEnd(callback: () => void): void {
    this.#raw.once('close', callback);
  }

  /** Ends at once, whatever is queued. */
  end(): void {
    this.#raw.end();
  }

  /** Ends when all that is queued has been written. */
  finish(): void {
    this.#last = this.#last.then(() => this.end());
  }

  /** A text that cannot be made ends the line: the page connects again and catches up. */
  async #write(text: () => Promise<string>): Promise<void> {
    try {
      const ready = await text();
      if (ready !== '' && !this.#raw.writableEnded) this.#raw.write(ready);
      if (this.#raw.writableLength > MOST_UNREAD_BYTES) this.#raw.destroy();
    } catch {
      this.#raw.destroy();
    }
  }
}
