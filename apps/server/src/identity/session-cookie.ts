import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

const NAME = 'tocsin_session';

export const sessionTokenOf = (request: FastifyRequest): string | undefined => request.cookies[NAME];

/** HttpOnly and SameSite=Lax always; Secure whenever the request came by https, or as configured. */
export function setSessionCookie(reply: FastifyReply, request: FastifyRequest, token: string, config: Config): void {
  void reply.setCookie(NAME, token, {
    ...attributes(request, config),
    maxAge: Math.round(config.session.hours * 3600),
  });
}

export function clearSessionCookie(reply: FastifyReply, request: FastifyRequest, config: Config): void {
  void reply.clearCookie(NAME, attributes(request, config));
}

function attributes(request: FastifyRequest, { session, publicUrl }: Config) {
  const byHttps = request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);
  const secure = session.secureCookie === 'always' || (session.secureCookie === 'auto' && byHttps);
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
