import { Inject, Injectable } from '@nestjs/common';
import { type Account, type Session, type Warehouse, findSession, saveSession } from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../tokens.ts';
import { AccountsService } from './accounts.service.ts';
import type { Caller } from './caller.ts';
import { RecentlySeen } from './recently-seen.ts';
import { hashSecret, newSecret } from './secret.ts';

/** Sign-ins. The cookie holds a random token; the table holds its hash, so a copy of the table opens nothing. */
@Injectable()
export class SessionsService {
  readonly #recent: RecentlySeen<{ caller: Caller; expiresAt: string }>;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly accounts: AccountsService,
  ) {
    this.#recent = new RecentlySeen(clock);
  }

  /** Starts a session and answers its token, for the only time. */
  async open(account: Account): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    await saveSession(this.warehouse, {
      tokenHash: hashSecret(token),
      account: account.name,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + this.config.session.hours * 3_600_000).toISOString(),
      seenAt: now.toISOString(),
      endedAt: null,
    });
    return token;
  }

  /** Whose session it is; undefined when it is unknown, over, or its account may no longer sign in. */
  async callerOf(token: string): Promise<Caller | undefined> {
    const tokenHash = hashSecret(token);
    const found = await this.#recent.get(tokenHash, () => this.#read(tokenHash));
    return found !== undefined && !this.#isOver(found) ? found.caller : undefined;
  }

  async close(token: string): Promise<void> {
    const tokenHash = hashSecret(token);
    const session = await this.warehouse.maybeOne(findSession(tokenHash));
    if (session === undefined) return;
    const now = this.clock.now().toISOString();
    // the greater seenAt replaces, also when it is signed out within the millisecond of its start
    const seenAt = new Date(Math.max(Date.parse(now), Date.parse(session.seenAt) + 1)).toISOString();
    await saveSession(this.warehouse, { ...session, seenAt, endedAt: now });
    this.#recent.forget(tokenHash);
  }

  async #read(tokenHash: string): Promise<{ caller: Caller; expiresAt: string } | undefined> {
    const session: Session | undefined = await this.warehouse.maybeOne(findSession(tokenHash));
    if (session === undefined || session.endedAt !== null || this.#isOver(session)) return undefined;
    const account = await this.accounts.find(session.account);
    // a session that is older than the account's last change has to prove itself again
    if (account === undefined || account.disabled || session.createdAt < account.at) return undefined;
    const { name, role, organisations } = account;
    return {
      caller: { kind: 'account', name, role, organisations, credential: tokenHash },
      expiresAt: session.expiresAt,
    };
  }

  #isOver({ expiresAt }: { expiresAt: string }): boolean {
    return Date.parse(expiresAt) <= this.clock.now().getTime();
  }
}
