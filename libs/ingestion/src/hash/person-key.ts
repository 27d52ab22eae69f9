import { hash } from 'node:crypto';

/** Makes pseudonyms: the same person gets the same one, and without the secret nobody finds the person behind it. */
export type PersonKey = (kind: 'identity' | 'phone' | 'name' | 'agent' | 'complaint', value: string) => string;

/** Hex digits of a pseudonym: 64 bits, two of ten million people share one with a chance of 3 in a million. */
const DIGITS = 16;
/** A company's agents come again and again: so many are remembered. */
const MOST_AGENTS = 50_000;

/**
 * Pseudonyms by a keyed hash: SHA-256(outer ‖ SHA-256(inner ‖ kind:value)), the nested construction that HMAC has,
 * with both keys one block long and derived from the secret. Written with one-shot calls on strings, it takes 0.7 µs
 * where `createHmac` takes 2: one is made for each row. Values are compared as they are written, without spaces and
 * hyphens and in upper case; a `complaint` (the values that identify one) exactly as they are.
 */
export function personKey(secret: string): PersonKey {
  const inner = hash('sha256', `tocsin person inner ${secret}`, 'hex');
  const outer = hash('sha256', `tocsin person outer ${secret}`, 'hex');
  const agents = new Map<string, string>();
  const make: PersonKey = (kind, value) => {
    const spelt = kind !== 'complaint' && /[\s-]/.test(value) ? value.replace(/[\s-]/g, '') : value;
    const same = kind === 'complaint' ? spelt : spelt.toUpperCase();
    return same === ''
      ? ''
      : hash('sha256', outer + hash('sha256', `${inner}${kind}:${same}`, 'hex'), 'hex').slice(0, DIGITS);
  };
  return (kind, value) => {
    if (kind !== 'agent') return make(kind, value);
    let key = agents.get(value);
    if (key === undefined) {
      key = make(kind, value);
      if (agents.size >= MOST_AGENTS) agents.clear();
      agents.set(value, key);
    }
    return key;
  };
}
