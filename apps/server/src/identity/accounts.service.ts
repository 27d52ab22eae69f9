import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@tocsin/contracts';
import { type Account, type Warehouse, findAccount, listAccounts, saveAccount } from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';
import { hashPassword, verifyNobody, verifyPassword } from './password.ts';

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly organisations: readonly string[];
}

/** Accounts are versioned rows: the newest version of a name is the account, the older ones are its history. */
@Injectable()
export class AccountsService {
  #creating: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(): Promise<Account[]> {
    return this.warehouse.rows(listAccounts());
  }

  find(name: string): Promise<Account | undefined> {
    return this.warehouse.maybeOne(findAccount(name));
  }

  async isEmpty(): Promise<boolean> {
    return (await this.list()).length === 0;
  }

  /** The account, when it exists, is not disabled and the password is its own. Takes equally long in each case. */
  async verified(name: string, password: string): Promise<Account | undefined> {
    const account = await this.find(name);
    const isRight =
      account === undefined ? await verifyNobody(password) : await verifyPassword(password, account.passwordHash);
    return isRight && account?.disabled === false ? account : undefined;
  }

  /** Refuses a name that is taken. Creations follow one another, so that two of one name cannot both succeed. */
  create(account: NewAccount, by: string, onlyIfFirst = false): Promise<Account> {
    const created = this.#creating.then(() => this.#create(account, by, onlyIfFirst));
    this.#creating = created.catch(() => undefined);
    return created;
  }

  /** Gives the account a new password; its sessions end, since they are older than the account's newest version. */
  async setPassword(name: string, password: string, by: string): Promise<void> {
    const account = await this.find(name);
    if (account === undefined) throw new Refusal('not-found');
    const passwordHash = await hashPassword(password);
    const at = this.clock.now().toISOString();
    await saveAccount(this.warehouse, { ...account, version: account.version + 1, passwordHash, at, by });
  }

  async #create(
    { name, password, role, organisations }: NewAccount,
    by: string,
    onlyIfFirst: boolean,
  ): Promise<Account> {
    if (onlyIfFirst && !(await this.isEmpty())) throw new Refusal('already-set-up');
    if ((await this.find(name)) !== undefined) throw new Refusal('name-taken');
    const account: Account = {
      name,
      version: 1,
      role,
      organisations: [...organisations],
      passwordHash: await hashPassword(password),
      email: '',
      disabled: false,
      at: this.clock.now().toISOString(),
      by,
    };
    await saveAccount(this.warehouse, account);
    return account;
  }
}
