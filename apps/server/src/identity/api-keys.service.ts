import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@tocsin/contracts';
import { type ApiKey, type Warehouse, findApiKey, listApiKeys, saveApiKey } from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';
import type { Caller } from './caller.ts';
import { RecentlySeen } from './recently-seen.ts';
import { hashSecret, newSecret } from './secret.ts';

/** Lets people and scanners see at once what a leaked text is. */
const PREFIX = 'tocsin_';

export interface NewApiKey {
  readonly label: string;
  readonly role: Role;
  readonly organisations: readonly string[];
  readonly expiresAt: string | null;
}

/** Keys for programs. Only their hash is kept; the key itself is shown once. */
@Injectable()
export class ApiKeysService {
  readonly #recent: RecentlySeen<ApiKey>;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#recent = new RecentlySeen(clock);
  }

  async create(key: NewApiKey, by: string): Promise<{ record: ApiKey; key: string }> {
    const secret = PREFIX + newSecret();
    const record: ApiKey = {
      id: newSecret().slice(0, 12),
      keyHash: hashSecret(secret),
      label: key.label,
      role: key.role,
      organisations: [...key.organisations],
      version: 1,
      createdAt: this.clock.now().toISOString(),
      createdBy: by,
      expiresAt: key.expiresAt,
      revokedAt: null,
    };
    await saveApiKey(this.warehouse, record);
    return { record, key: secret };
  }

  async revoke(id: string): Promise<ApiKey> {
    const key = (await this.warehouse.rows(listApiKeys())).find((one) => one.id === id);
    if (key === undefined) throw new Refusal('not-found');
    const revokedAt = this.clock.now().toISOString();
    await saveApiKey(this.warehouse, { ...key, version: key.version + 1, revokedAt });
    this.#recent.forget(key.keyHash);
    return key;
  }

  async callerOf(secret: string): Promise<Caller | undefined> {
    const keyHash = hashSecret(secret);
    const key = await this.#recent.get(keyHash, () => this.warehouse.maybeOne(findApiKey(keyHash)));
    if (key === undefined || key.revokedAt !== null) return undefined;
    if (key.expiresAt !== null && Date.parse(key.expiresAt) <= this.clock.now().getTime()) return undefined;
    const { label, role, organisations } = key;
    return { kind: 'key', name: `key:${label}`, role, organisations, credential: keyHash };
  }
}
