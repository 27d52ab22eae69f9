import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

/** Who works on a data directory: how the command finds the running server and may use it. */
export const Owner = z.object({
  pid: z.number().int(),
  url: z.string(),
  /** Where the engine listens; null when a ClickHouse server is used. */
  engineUrl: z.string().nullable(),
  /** `Authorization: Bearer …` with it is the administrator, on this machine only; a new one at every start. */
  token: z.string(),
});
export type Owner = z.infer<typeof Owner>;

const pathIn = (dataDirectory: string) => join(dataDirectory, 'owner.json');

/** Written aside and renamed, so that a reader never sees half of it; readable by its owner only. */
export function writeOwner(dataDirectory: string, owner: Owner): void {
  mkdirSync(dataDirectory, { recursive: true });
  const aside = `${pathIn(dataDirectory)}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(owner, null, 2)}\n`, { mode: 0o600 });
  renameSync(aside, pathIn(dataDirectory));
}

/** The owner on record whose process still lives; undefined when there is none. */
export function readOwner(dataDirectory: string): Owner | undefined {
  try {
    const owner = Owner.parse(JSON.parse(readFileSync(pathIn(dataDirectory), 'utf8')));
    process.kill(owner.pid, 0);
    return owner;
  } catch (error) {
    // EPERM: it lives, under another user
    if (isErrno(error) && error.code === 'EPERM')
      return Owner.parse(JSON.parse(readFileSync(pathIn(dataDirectory), 'utf8')));
    return undefined;
  }
}

/** Takes our own record away; another process's record stays. */
export function removeOwner(dataDirectory: string): void {
  if (readOwner(dataDirectory)?.pid === process.pid) rmSync(pathIn(dataDirectory), { force: true });
}

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;
