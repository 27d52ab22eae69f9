import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * - `hash`       keys the hashes of personal data. It must outlive the data: with another key one person's complaints no
 *                longer find each other.
 * - `originals`  seals refused rows as they came. Without it they can no longer be opened.
 */
export type KeyName = 'hash' | 'originals';

/** The configured key, or one made at the first start and kept in the data directory, readable by its owner alone. */
export function keptKey(dataDirectory: string, name: KeyName, configured: string): string {
  if (configured !== '') return configured;
  const path = join(dataDirectory, `${name}.key`);
  if (!existsSync(path)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8').trim();
}
