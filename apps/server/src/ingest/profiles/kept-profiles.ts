import type { Profile } from '@tocsin/contracts';
import { shippedProfile, shippedProfiles } from '@tocsin/ingestion';
import { type Warehouse, currentProfiles, getProfile, profileVersions } from '@tocsin/warehouse';

export interface KeptProfile {
  readonly profile: Profile;
  /** 0 for the one that ships. */
  readonly version: number;
}

/** The profile of a name as it is now: the newest kept version, else the one that ships. */
export async function currentProfile(warehouse: Warehouse, name: string): Promise<KeptProfile | undefined> {
  const [newest] = await warehouse.rows(profileVersions(name));
  if (newest !== undefined) return newest;
  const profile = shippedProfile(name);
  return profile && { profile, version: 0 };
}

/** The names of all profiles there are, for a person to choose from. */
export async function profileNames(warehouse: Warehouse): Promise<string[]> {
  const kept = (await warehouse.rows(currentProfiles())).map(({ profile }) => profile.name);
  return [...new Set([...shippedProfiles.map(({ name }) => name), ...kept])].sort();
}

/** One version of a profile, as an import that was noted under it needs it. */
export async function profileAt(warehouse: Warehouse, name: string, version: number): Promise<Profile | undefined> {
  if (version === 0) return shippedProfile(name);
  return (await warehouse.maybeOne(getProfile(name, version)))?.profile;
}
