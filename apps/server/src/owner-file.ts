import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Engine } from '@tocsin/engine';
import { z } from 'zod';

/** What the server tells other processes of this machine: where it is, and how the command may use it. */
const Published = z.object({
  url: z.string(),
  /** Where the engine listens; null when a ClickHouse server is used. */
  engineUrl: z.string().nullable(),
  /** `Authorization: Bearer …` with it is the administrator, on this machine only; a new one at every start. */
  token: z.string(),
});
export type Published = z.infer<typeof Published>;

/** Who works on a data directory, as owner.json says. */
export type Owner = Published & { readonly pid: number };

const OwnerJson = z.object({ pid: z.number().int(), published: Published });
const pathIn = (dataDirectory: string) => join(dataDirectory, 'owner.json');

/**
 * Makes the server known. The embedded engine keeps owner.json, which is also its lock, and takes the entries in; with
 * a ClickHouse server there is nothing to lock, and the file (mode 0600) is ours.
 */
export function publishServer(dataDirectory: string, engine: Engine | undefined, published: Published): void {
  if (engine !== undefined) return engine.owner.publish(published);
  mkdirSync(dataDirectory, { recursive: true });
  const draft = `${pathIn(dataDirectory)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ pid: process.pid, published }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, pathIn(dataDirectory));
}

/** The server on record whose process still lives; undefined when there is none, or it is only starting. */
export function readOwner(dataDirectory: string): Owner | undefined {
  try {
    const { pid, published } = OwnerJson.parse(JSON.parse(readFileSync(pathIn(dataDirectory), 'utf8')));
    return isAlive(pid) ? { pid, ...published } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes our own record away; another process's record stays, and the engine sees to its own. */
export function withdrawServer(dataDirectory: string): void {
  if (readOwner(dataDirectory)?.pid === process.pid) rmSync(pathIn(dataDirectory), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // it lives, under another user
  }
}
