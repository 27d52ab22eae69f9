import type { Encoding } from '@tocsin/contracts';

/**
 * The encoding of a text by its first bytes: a byte-order mark decides; else zero bytes at every second place are UTF-16,
 * valid UTF-8 is UTF-8, and anything else GB 18030, which holds GBK and GB 2312. `whole`: the bytes are the whole file, so
 * that a character cut off at the end is a fault and not the edge of what was read.
 *
 * A few damaged bytes do not make a UTF-8 file something else: if almost all of its multi-byte characters are right, it
 * is UTF-8 with damage, and the rows that hold the damage say so.
 */
export function detectEncoding(bytes: Uint8Array, whole: boolean): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 4096);
  for (let at = 0; at < seen; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > seen / 8 && odd > 4 * even) return 'utf-16le';
  if (even > seen / 8 && even > 4 * odd) return 'utf-16be';
  const { good, bad } = countSequences(bytes, whole);
  return bad * 10 <= good ? 'utf-8' : 'gb18030';
}

/** Multi-byte sequences that are UTF-8, and bytes above 127 that belong to none. */
function countSequences(bytes: Uint8Array, whole: boolean): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length > 0 && at + length > bytes.length && !whole) break;
    let right = length > 0 && lead < 0xf5;
    for (let next = at + 1; right && next < at + length; next++) right = ((bytes[next] ?? 0) & 0xc0) === 0x80;
    if (right) {
      good += 1;
      at += length - 1;
    } else bad += 1;
  }
  return { good, bad };
}
