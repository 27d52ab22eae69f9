import { readFileSync } from 'node:fs';
import { Profile, type ProfileSummary, PutProfile } from '@tocsin/contracts';
import { profileFaults } from '@tocsin/ingestion';
import { parse } from 'yaml';
import { CommandFailure } from '../command-failure.ts';
import type { Connection } from '../connection.ts';

/** Whether `--profile` names a file rather than a profile, whose names hold no dot and no slash. */
export const isProfileFile = (given: string): boolean => /[./\\]/.test(given);

/** Reads a profile from a file of JSON or YAML; a wrong one fails with the place of each fault. */
export function readProfileFile(path: string): Profile {
  const parsed = Profile.safeParse(contentOf(path));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`);
    throw new CommandFailure([`${path} is no profile:`, ...lines].join('\n'), 2);
  }
  const faults = profileFaults(parsed.data);
  if (faults.length === 0) return parsed.data;
  const lines = faults.map(({ path: at, sentence }) => `  ${at}: ${sentence.en}`);
  throw new CommandFailure([`${path} cannot be used:`, ...lines].join('\n'), 2);
}

/** Keeps a profile's file as a new version, or finds that the newest is the same. */
export async function putProfileFile(path: string, connection: Connection): Promise<ProfileSummary> {
  const profile = readProfileFile(path);
  const answer = await connection.fetch(PutProfile.path.replace(':name', profile.name), {
    method: PutProfile.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(profile),
  });
  return PutProfile.reply.parse(await answer.json());
}

/** What a file of JSON or YAML holds. */
function contentOf(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CommandFailure(`${path} cannot be read: check the path and its permissions.`, 2);
  }
  const isJson = text.trimStart().startsWith('{');
  try {
    return isJson ? JSON.parse(text) : parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`${path} is not ${isJson ? 'JSON' : 'YAML'}: ${why}`, 2);
  }
}
