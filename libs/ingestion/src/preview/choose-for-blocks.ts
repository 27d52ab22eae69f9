import type { Profile } from '@tocsin/contracts';
import { personKey } from '../hash/person-key.ts';
import { type ProfileChoice, chooseProfile } from '../suggest/choose-profile.ts';
import { RecordSampler } from '../suggest/record-sampler.ts';
import type { FileBeginning } from './inspect-blocks.ts';

/** As many records are looked at as `profileFits` needs. */
const RECORDS = 200;

/** The profile by which a file is read when nobody named one, from its beginning. */
export function chooseForBlocks(file: FileBeginning, profiles: readonly Profile[]): ProfileChoice {
  const { layout, columns, blocks, timeZone, now } = file;
  const sampler = new RecordSampler(layout, columns, RECORDS);
  for (const block of blocks) if (!sampler.take(block)) break;
  const options = { timeZone, now, batchId: 'choice', personKey: personKey('choice') };
  return chooseProfile(profiles, file, sampler.records, options);
}
