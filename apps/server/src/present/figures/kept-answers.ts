import { buffer } from 'node:stream/consumers';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { formats } from './format.ts';

/** An answer as it can be given again: figures, or the bytes of an Arrow stream and what it says about itself. */
interface Answer {
  readonly figures: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
}

/** At most so many answers, none larger: a page's charts need a few kilobytes each. */
const MOST_ANSWERS = 500;
const LARGEST_BYTES = 128 * 1024;
/** So long, so that what has been erased is not held for ever; until then an answer is as good as its ETag. */
const KEPT_FOR_MS = 600_000;
/** What an Arrow stream says beside its bytes. */
const TOLD = ['x-query-hash', 'x-answered-by'] as const;

/**
 * Answers of the last minutes by their ETag, which covers all that they depend on: what many people ask, such as the overview
 * after an import, is worked out once.
 */
@Injectable()
export class KeptAnswers {
  readonly #kept = new Map<string, { readonly answer: Promise<Answer | undefined>; readonly untilMs: number }>();

  /**
   * The kept answer, or what `work` answers. Of those who ask while it is worked out the first one's request does the work;
   * where that fails or its caller leaves, each of the others works alone. What is large, or neither JSON nor Arrow, is not kept.
   */
  async answer(etag: string, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const known = this.#kept.get(etag);
    if (known === undefined || performance.now() >= known.untilMs) return this.#first(etag, reply, work);
    const answer = await known.answer.catch(() => undefined);
    if (answer === undefined) return work();
    void reply.headers(answer.headers);
    return given(answer);
  }

  forget(etag: string): void {
    this.#kept.delete(etag);
  }

  async #first(etag: string, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const worked = work();
    const answer = worked.then((answered) => keepable(answered, reply));
    this.#kept.delete(etag); // so that the newest are last
    this.#kept.set(etag, { answer, untilMs: performance.now() + KEPT_FOR_MS });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_ANSWERS && oldest !== undefined) this.#kept.delete(oldest);
    const kept = await answer.catch(() => undefined);
    if (kept === undefined || kept.bytes > LARGEST_BYTES) this.#kept.delete(etag);
    return kept === undefined ? worked : given(kept);
  }
}

/** Undefined for files that people save, which may be large. */
async function keepable(answered: unknown, reply: FastifyReply): Promise<Answer | undefined> {
  if (!(answered instanceof StreamableFile)) {
    return { figures: answered, headers: {}, bytes: JSON.stringify(answered ?? null).length };
  }
  if (answered.getHeaders().type !== formats.arrow) return undefined;
  const figures = await buffer(answered.getStream());
  const headers = Object.fromEntries(TOLD.map((name) => [name, String(reply.getHeader(name))]));
  return { figures, headers, bytes: figures.length };
}

const given = ({ figures }: Answer): unknown =>
  Buffer.isBuffer(figures) ? new StreamableFile(figures, { type: formats.arrow }) : figures;
