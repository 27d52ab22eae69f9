import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GetProfile, type Profile } from '@tocsin/contracts';
import { shippedProfile } from '@tocsin/ingestion';
import { CommandFailure } from '../command-failure.ts';
import { type Connection, withConnection } from '../connection.ts';
import { isProfileFile, readProfileFile } from './profile-file.ts';

/**
 * The profile that `--profile` means, for looking only: a file is read and not kept. What was kept under a name comes
 * from the server or its data directory; where there is neither yet, the name is one that ships.
 */
export async function profileFor(given: string): Promise<Profile> {
  if (isProfileFile(given)) return readProfileFile(given);
  const { loadConfig } = await import('@tocsin/server/config');
  if (existsSync(join(loadConfig().dataDirectory, 'store'))) {
    return withConnection((connection) => fetchProfile(given, connection)).catch(wronglyAsked);
  }
  const shipped = shippedProfile(given);
  if (shipped === undefined) throw new CommandFailure(`There is no profile ${given}: see tocsin profile list.`, 2);
  return shipped;
}

/** A name that the server does not know was given wrongly. */
function wronglyAsked(error: unknown): never {
  throw error instanceof CommandFailure ? new CommandFailure(error.message, 2) : error;
}

export async function fetchProfile(name: string, connection: Connection, version?: number): Promise<Profile> {
  const query = version === undefined ? '' : `?version=${version}`;
  const answer = await connection.fetch(`${GetProfile.path.replace(':name', encodeURIComponent(name))}${query}`);
  return GetProfile.reply.parse(await answer.json());
}
