import type { Layout } from '@tocsin/contracts';

/** How a file is packed, by its first bytes. */
export function packingOf(head: Uint8Array): Layout['packing'] {
  const [a, b, c] = head;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7)) return 'zip';
  // "BZh", a digit, and the mark of a block: a text may begin with the letters alone.
  return a === 0x42 && b === 0x5a && c === 0x68 && head[4] === 0x31 && head[5] === 0x41 ? 'bzip2' : 'none';
}
