import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Claim, claimOf } from './claim.ts';
import { codeOf } from './file-error.ts';
import { isDelivery } from './is-delivery.ts';
import { type Place, TAKEN } from './place.ts';
import type { Look } from './sightings.ts';

/** What lies in a place: files that may be taken once they stand still, by path, and those that have been taken. */
export interface Seen {
  readonly files: ReadonlyMap<string, Look>;
  readonly claims: readonly Claim[];
}

/**
 * Looks into a place, and makes the folder of a feed where it is missing; never the watched folder itself, which may be
 * a share that is not connected. Only plain files count: no links, which may point anywhere. Throws what the file
 * system says.
 */
export async function look(place: Place): Promise<Seen> {
  if (place.enabled && place.feed !== '') await mkdir(place.path).catch(unless('EEXIST'));
  const taken = await readdir(join(place.path, TAKEN)).catch(unless('ENOENT'));
  const claims = (taken ?? []).flatMap((name) => claimOf(place, name) ?? []);
  if (!place.enabled) return { files: new Map(), claims };
  const files = new Map<string, Look>();
  for (const entry of await readdir(place.path, { withFileTypes: true })) {
    if (!entry.isFile() || !isDelivery(entry.name)) continue;
    const path = join(place.path, entry.name);
    const seen = await lstat(path).catch(unless('ENOENT')); // another server may just have taken it
    if (seen !== undefined) files.set(path, { size: seen.size, mtimeMs: seen.mtimeMs });
  }
  return { files, claims };
}

/** Takes an error of this code for nothing, and throws any other on. */
const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (codeOf(error) !== code) throw error;
  };
