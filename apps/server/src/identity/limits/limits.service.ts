import { Inject, Injectable } from '@nestjs/common';
import type { Sentence } from '@tocsin/contracts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, CONFIG } from '../../tokens.ts';
import type { Caller } from '../caller.ts';
import { TokenBuckets } from './token-buckets.ts';

/** Reading, and pieces of an upload, may come so many times as often as anything else: a page asks many questions. */
const READS_PER_REQUEST = 10;
/** What counts as a row of a file, whose rows are known only long after it was taken in. */
const BYTES_PER_ROW = 200;

/** What is counted, for each key and each session by itself. */
export type Counted = 'requests' | 'reads' | 'rows';

/** The header fields RateLimit and RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers. */
export interface RateLimitFields {
  readonly ratelimit: string;
  readonly 'ratelimit-policy': string;
}

/** How much a key or a session may ask for in a minute. The command on this machine is not counted. */
@Injectable()
export class Limits {
  readonly #buckets: Readonly<Record<Counted, TokenBuckets | undefined>>;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'limits'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const { requestsPerMinute, rowsPerMinute } = config.limits;
    const buckets = (perMinute: number) => (perMinute > 0 ? new TokenBuckets(perMinute) : undefined);
    this.#buckets = {
      requests: buckets(requestsPerMinute),
      reads: buckets(requestsPerMinute * READS_PER_REQUEST),
      rows: buckets(rowsPerMinute),
    };
  }

  /**
   * Counts a request, told by the fields that its answer then has; refuses it when there have been too many, or when too
   * many rows came with those before it. `counted`: as what it counts, and what else it takes.
   */
  admit({ credential }: Caller, counted: readonly Counted[], tell: (fields: RateLimitFields) => void): void {
    if (credential === undefined) return;
    const at = this.clock.now();
    const limited = counted.flatMap((name) => {
      const buckets = this.#buckets[name];
      return buckets === undefined ? [] : [{ name, buckets, level: buckets.look(credential, at) }];
    });
    const over = limited.find(({ level }) => level.waitMs > 0);
    if (over === undefined) {
      for (const { name, buckets } of limited) if (name !== 'rows') buckets.take(credential, 1, at);
    }
    if (limited.length > 0) {
      const now = limited.map((one) => ({ ...one, level: one.buckets.look(credential, at) }));
      tell({
        ratelimit: now
          .map(({ name, level }) => `"${name}";r=${level.remaining};t=${Math.ceil(level.fullInMs / 1000)}`)
          .join(', '),
        'ratelimit-policy': now.map(({ name, buckets }) => `"${name}";q=${buckets.perMinute};w=60`).join(', '),
      });
    }
    if (over === undefined) return;
    const seconds = Math.max(1, Math.ceil(over.level.waitMs / 1000));
    throw new Refusal('too-many-requests', {
      retryAfterSeconds: seconds,
      detail: tooMany(over.name, over.buckets.perMinute, seconds),
    });
  }

  /** Counts rows that came with a request that was admitted. */
  rows({ credential }: Caller, rows: number): void {
    if (credential !== undefined) this.#buckets.rows?.take(credential, rows, this.clock.now());
  }

  /** Counts the bytes of a file as the rows that they are likely to be. */
  bytes(caller: Caller, bytes: number): void {
    this.rows(caller, Math.ceil(bytes / BYTES_PER_ROW));
  }
}

function tooMany(counted: Counted, perMinute: number, seconds: number): Sentence {
  const setting = counted === 'rows' ? 'TOCSIN_API_ROWS_PER_MINUTE' : 'TOCSIN_API_REQUESTS_PER_MINUTE';
  const { zh, en } = names[counted];
  return {
    zh: `此密钥（或登录会话）每分钟最多 ${perMinute} ${zh}，已用完：请在 ${seconds} 秒后重试；如需更多，请管理员调高 ${setting}。`,
    en: `This key or session may have ${perMinute} ${en} a minute and has had them: try again in ${seconds} s. For more, the administrator raises ${setting}.`,
  };
}

const names: Record<Counted, Sentence> = {
  requests: { zh: '次写入请求', en: 'changing requests' },
  reads: { zh: '次读取请求', en: 'reading requests' },
  rows: { zh: '行数据', en: 'rows' },
};
