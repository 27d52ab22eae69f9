import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WithCaller } from '../caller.ts';
import { Limits } from './limits.service.ts';

const TAKES_ROWS = 'tocsin:takes-rows';
/** PATCH is a piece of an upload, of which a large file has thousands. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS', 'PATCH']);

/** Rows come in by this handler: it is closed to whoever has sent too many of late, and counts those that it takes. */
export const TakesRows = () => SetMetadata(TAKES_ROWS, true);

/** Stands behind the identity guard: what nobody is known to have sent is limited elsewhere, if at all (see SignIn). */
@Injectable()
export class LimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: Limits,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { caller, method } = http.getRequest<FastifyRequest & WithCaller>();
    if (caller === undefined) return true;
    const takesRows = this.reflector.get<boolean | undefined>(TAKES_ROWS, context.getHandler()) ?? false;
    const counted = [READING.has(method) ? 'reads' : 'requests', ...(takesRows ? ['rows' as const] : [])] as const;
    this.limits.admit(caller, counted, (fields) => void http.getResponse<FastifyReply>().headers({ ...fields }));
    return true;
  }
}
