import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@tocsin/contracts';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { CONFIG } from '../tokens.ts';
import { ALLOWED_ROLES, IS_OPEN } from './allow.ts';
import type { WithCaller } from './caller.ts';
import { bearerOf, Callers } from './callers.ts';
import { isFromElsewhere } from './origin.ts';
import { otherRole } from './role-refusal.ts';

/** Stands before every handler: no other site may use a visitor's cookie, nobody gets in unknown, roles hold. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & WithCaller>();
    // a bearer token is never sent by a browser on its own, so no other site can borrow it
    if (bearerOf(request) === undefined && isFromElsewhere(request, this.config.publicUrl))
      throw new Refusal('foreign-origin');

    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_OPEN, places)) return true;

    const caller = await this.callers.of(request);
    if (caller === undefined) throw new Refusal('not-signed-in');
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ALLOWED_ROLES, places);
    if (roles !== undefined && caller.role !== 'admin' && !roles.includes(caller.role))
      throw otherRole(caller.role, roles);
    request.caller = caller;
    return true;
  }
}
