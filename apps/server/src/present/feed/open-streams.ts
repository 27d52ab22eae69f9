import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Callers } from '../../identity/callers.ts';
import type { EventStream } from './event-stream.ts';

const BEAT_MS = 15_000;

/** Every open line to a page: kept awake, ended with the session that opened it, and when the server stops. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  readonly #open = new Set<EventStream>();

  constructor(private readonly callers: Callers) {}

  beforeApplicationShutdown(): void {
    for (const stream of this.#open) stream.end();
  }

  keep(stream: EventStream, request: FastifyRequest): void {
    const beat = setInterval(() => void this.#beat(stream, request), BEAT_MS);
    this.#open.add(stream);
    stream.onEnd(() => {
      clearInterval(beat);
      this.#open.delete(stream);
    });
  }

  /** Keeps proxies from closing the line, and ends it when the session has ended. */
  async #beat(stream: EventStream, request: FastifyRequest): Promise<void> {
    const caller = await this.callers.of(request).catch(() => null);
    if (caller === undefined) stream.end();
    else stream.queue(() => Promise.resolve(': still here\n\n'));
  }
}
