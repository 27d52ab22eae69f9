import type { Profile } from '@tocsin/contracts';
import { canonicalProfile } from './canonical.ts';
import { cfpbProfile } from './cfpb.ts';
import { connecticutProfile } from './connecticut.ts';
import { texasProfile } from './texas.ts';

/** The profiles that ship with the product: version 0 of their names. */
export const shippedProfiles: readonly Profile[] = [canonicalProfile, cfpbProfile, connecticutProfile, texasProfile];

/** The shipped profile of that name, if there is one. */
export function shippedProfile(name: string): Profile | undefined {
  return shippedProfiles.find((profile) => profile.name === name);
}
