export interface FileKind {
  readonly type: 'text/csv' | 'application/x-ndjson';
  readonly encoding: 'gzip' | undefined;
}

/** By its name: `.ndjson` and `.jsonl` are JSON lines, anything else is CSV; `.gz` behind it is gzip. */
export function kindOf(path: string): FileKind {
  const lower = path.toLowerCase();
  const plain = lower.replace(/\.gz$/, '');
  return {
    type: /\.(ndjson|jsonl)$/.test(plain) ? 'application/x-ndjson' : 'text/csv',
    encoding: lower.endsWith('.gz') ? 'gzip' : undefined,
  };
}
