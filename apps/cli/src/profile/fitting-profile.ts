import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ListProfiles, type Profile, type Sentence } from '@tocsin/contracts';
import { FileRefused, firstBlocks, openFile } from '@tocsin/files';
import { canonicalChoice, canonicalProfile, chooseForBlocks, shippedProfiles } from '@tocsin/ingestion';
import { CommandFailure } from '../command-failure.ts';
import { withConnection } from '../connection.ts';
import { fetchProfile } from './profile-for.ts';

const LOOKED_AT_BYTES = 3 * 2 ** 20;

/**
 * The profile that a file is read by when nobody named one, for looking only, and why: of those that the server or its data
 * directory keeps, else of those that ship. Fails with the reason where none fits; a file that cannot be read says so when
 * it is.
 */
export async function fittingProfile(path: string): Promise<{ profile: Profile; because: Sentence | null }> {
  if (!existsSync(path)) throw new CommandFailure(`${path} cannot be read: check the path.`, 2);
  const { loadConfig } = await import('@tocsin/server/config');
  const { timeZone, dataDirectory } = loadConfig();
  const opened = await openFile(path);
  if ('refusal' in opened) return { profile: canonicalProfile, because: null };
  const profiles = existsSync(join(dataDirectory, 'store')) ? await keptProfiles() : shippedProfiles;
  const { layout, columns } = opened;
  const now = Math.floor(Date.now() / 1000);
  const choice =
    canonicalChoice(profiles, opened) ??
    chooseForBlocks({ layout, columns, blocks: await beginning(opened), timeZone, now }, profiles);
  await opened.blocks.return(undefined);
  if ('refusal' in choice) throw new CommandFailure(choice.refusal.en);
  const profile = profiles.find(({ name }) => name === choice.profile);
  if (profile === undefined) throw new Error(`the chosen profile ${choice.profile} is none of those offered`);
  return { profile, because: choice.because };
}

async function beginning(opened: Parameters<typeof firstBlocks>[0]): ReturnType<typeof firstBlocks> {
  try {
    return await firstBlocks(opened, LOOKED_AT_BYTES);
  } catch (error) {
    throw error instanceof FileRefused ? new CommandFailure(error.message) : error;
  }
}

const keptProfiles = (): Promise<Profile[]> =>
  withConnection(async (connection) => {
    const { profiles } = ListProfiles.reply.parse(await (await connection.fetch(ListProfiles.path)).json());
    return Promise.all(profiles.map(({ name }) => fetchProfile(name, connection)));
  });
