import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@tocsin/contracts';
import type { Account } from '@tocsin/warehouse';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, CONFIG } from '../tokens.ts';
import { AccountsService } from './accounts.service.ts';
import { Attempts } from './attempts.ts';
import { Audit } from './audit.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

/** Signing in and out, with the cookie that goes with it. */
@Injectable()
export class SignIn {
  readonly #attempts = new Attempts();

  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Guessing is slowed down per name and address, so that nobody can lock another person out from elsewhere. */
  async withPassword(name: string, password: string, request: FastifyRequest, reply: FastifyReply): Promise<Me> {
    const keys = [`${name}\n${request.ip}`];
    const now = this.clock.now();
    const wait = this.#attempts.waitMs(keys, now);
    if (wait > 0) throw new Refusal('too-many-attempts', { retryAfterSeconds: wait / 1000 });
    this.#attempts.failed(keys, now); // taken back on success: many tries at once must not slip through together
    const account = await this.accounts.verified(name, password);
    if (account === undefined) {
      await this.audit.note(name.slice(0, 64), 'sign-in-refused', name.slice(0, 64), { ip: request.ip });
      throw new Refusal('wrong-name-or-password');
    }
    this.#attempts.succeeded(keys);
    return this.start(account, request, reply);
  }

  /** A new session for an account that has proved itself. */
  async start(account: Account, request: FastifyRequest, reply: FastifyReply): Promise<Me> {
    setSessionCookie(reply, request, await this.sessions.open(account), this.config);
    await this.audit.note(account.name, 'sign-in', account.name, { ip: request.ip });
    const { name, role, organisations } = account;
    return { name, role, organisations };
  }

  async end(name: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.sessions.close(token);
    clearSessionCookie(reply, request, this.config);
    await this.audit.note(name, 'sign-out', name);
  }
}
