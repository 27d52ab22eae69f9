import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of the hashes of personal data: the configured one, or one made at the first start and kept in the data
 * directory. It must outlive the data: with another key one person's complaints no longer find each other.
 */
export function hashKeyFor(dataDirectory: string, configured: string): string {
  if (configured !== '') return configured;
  const path = join(dataDirectory, 'hash.key');
  if (!existsSync(path)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8').trim();
}
