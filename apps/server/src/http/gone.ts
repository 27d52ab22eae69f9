import type { FastifyReply } from 'fastify';

/** Aborts when whoever asked has left, or has been answered: what is still being worked out is for nobody. */
export function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
