const halves = new Uint32Array(2);
const whole = new BigUint64Array(halves.buffer);
// The order of the halves in memory is the machine's.
const [LOW, HIGH] = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0];

/** `high` × 2³² + `low` in decimal, without allocating big integers on the way. */
export function decimal64(high: number, low: number): string {
  halves[HIGH] = high;
  halves[LOW] = low;
  return String(whole[0]);
}

/**
 * 64 bits that tell contents apart, as two numbers below 2³². Fast, not secret: it is only ever made of what is stored
 * in the clear anyway, so nobody can find a masked value by trying.
 *
 * Source  the mixing of cyrb53 (public domain) and the finaliser of MurmurHash3, two lanes of 32 bits.
 * Cost    about 1 ns a character.
 */
export function contentHash(text: string): { readonly high: number; readonly low: number } {
  let a = 0xdeadbeef | 0;
  let b = 0x41c6ce57 | 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  const x = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  const y = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return { high: (y ^ (y >>> 16)) >>> 0, low: (x ^ (x >>> 16)) >>> 0 };
}
