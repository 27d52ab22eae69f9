import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 32 random bytes in base64url: session tokens, key secrets, the local token. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret with enough chance of its own: no salt and no slow hash needed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares in a time that tells nothing about where the two differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** No letters or digits that look alike, so that it can be read off a screen and typed. */
const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Groups of four readable characters, `K7QM-2XHD-9RTB`: 59 bits at three groups, 79 at four. */
export function readableSecret(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
