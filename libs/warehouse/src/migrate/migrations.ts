/// <reference types="vite/types/importMeta.d.ts" />
import { createHash } from 'node:crypto';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  /** Of the text with LF line ends, so that a checkout's line ends change nothing. */
  readonly sha256: string;
}

/** `0002-complaints.sql` → version 2, name `complaints`. */
export function migrationFrom(file: string, raw: string): Migration {
  const match = /(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
  if (match === null) throw new Error(`a migration is named 0001-what-it-makes.sql, not ${file}`);
  const text = raw.replaceAll('\r\n', '\n');
  return {
    version: Number(match[1]),
    name: match[2] ?? '',
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

const files = import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** All migrations that this version of the program knows, oldest first: 1, 2, 3 … without a gap. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([file, raw]) => migrationFrom(file, raw))
  .sort((a, b) => a.version - b.version);
