export type FileFormat = 'csv' | 'ndjson';

/**
 * The format of a file by its first character: objects begin with `{`, and no header of a table does. White space and
 * a byte-order mark in front do not count. Undefined while nothing else has been seen.
 */
export function fileFormat(bytes: Uint8Array): FileFormat | undefined {
  for (const byte of bytes) {
    const skipped = byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf;
    if (!skipped) return byte === 0x7b ? 'ndjson' : 'csv';
  }
  return undefined;
}
