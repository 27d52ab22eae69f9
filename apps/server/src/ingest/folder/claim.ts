import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from './file-error.ts';
import { type Place, TAKEN } from './place.ts';

/** A file that this server has taken and is to be imported once. */
export interface Claim {
  /** Kept in the file's name as long as it is being imported: the same claim is the same import, before a crash and after. */
  readonly id: string;
  /** The name under which it was put down. */
  readonly name: string;
  readonly place: Place;
  readonly path: string;
}

const CLAIM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(.+)$/s;

/** The key under which a claim's import is noted. */
export const keyOf = ({ id }: Claim): string => `folder-${id}`;

/** The claim that a file in `.taken` is; undefined for a file that is none. */
export function claimOf(place: Place, fileName: string): Claim | undefined {
  const [, id, name] = CLAIM.exec(fileName) ?? [];
  return id === undefined || name === undefined
    ? undefined
    : { id, name, place, path: join(place.path, TAKEN, fileName) };
}

/**
 * Takes a file by renaming it: of several servers that want it exactly one succeeds. Undefined where it is gone because
 * another was faster. Throws what the file system says where it may not be moved.
 */
export async function take(place: Place, path: string): Promise<Claim | undefined> {
  const id = randomUUID();
  const name = basename(path);
  const claim = { id, name, place, path: join(place.path, TAKEN, `${id}-${name}`) };
  await mkdir(join(place.path, TAKEN), { recursive: true, mode: 0o700 });
  try {
    await rename(path, claim.path);
    return claim;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
