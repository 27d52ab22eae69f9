import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK } from '../tokens.ts';
import { AccountsService } from './accounts.service.ts';
import { Attempts } from './attempts.ts';
import { Audit } from './audit.ts';
import { readableSecret, sameSecret } from './secret.ts';

/**
 * The first account. There is no default password: whoever starts the server reads a code on its console, and only
 * that code makes the administrator, once. A new code is made at every start.
 */
@Injectable()
export class SetupService implements OnApplicationBootstrap {
  /** What the console shows. */
  readonly code = readableSecret(3);
  readonly #attempts = new Attempts();
  #isDone = false;

  constructor(
    private readonly accounts: AccountsService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.isNeeded())) return;
    new Logger('setup').log(`First start: open the page and make the administrator with the set-up code ${this.code}`);
  }

  async isNeeded(): Promise<boolean> {
    if (!this.#isDone) this.#isDone = !(await this.accounts.isEmpty());
    return !this.#isDone;
  }

  async complete(code: string, name: string, password: string, ip: string) {
    if (!(await this.isNeeded())) throw new Refusal('already-set-up');
    const now = this.clock.now();
    const wait = this.#attempts.waitMs([ip, 'anyone'], now);
    if (wait > 0) throw new Refusal('too-many-attempts', { retryAfterSeconds: wait / 1000 });
    if (!sameSecret(code.trim().toUpperCase(), this.code)) {
      this.#attempts.failed([ip, 'anyone'], now);
      throw new Refusal('wrong-setup-code', {
        detail: {
          zh: '初始化代码显示在启动服务器的控制台上。',
          en: 'The set-up code stands on the console where the server was started.',
        },
      });
    }
    const account = await this.accounts.create({ name, password, role: 'admin', organisations: [] }, 'set-up', true);
    await this.audit.note(name, 'set-up', name);
    return account;
  }
}
