import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiKeysService } from './api-keys.service.ts';
import type { Caller } from './caller.ts';
import { LocalToken } from './local-token.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

export const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

/** Finds out who sends a request: a key or the local token if the request carries one, else its session. */
@Injectable()
export class Callers {
  constructor(
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
    private readonly localToken: LocalToken,
  ) {}

  async of(request: FastifyRequest): Promise<Caller | undefined> {
    const bearer = bearerOf(request);
    if (bearer !== undefined) {
      if (this.localToken.admits(bearer, request.socket.remoteAddress)) {
        return { kind: 'local', name: 'local', role: 'admin', organisations: [] };
      }
      return this.keys.callerOf(bearer);
    }
    const token = sessionTokenOf(request);
    return token === undefined ? undefined : this.sessions.callerOf(token);
  }
}
