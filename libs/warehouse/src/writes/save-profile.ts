import type { Profile } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';

/** Adds a version of a profile. Versions are never changed: the caller takes the next number, from 1. */
export async function saveProfile(
  warehouse: Warehouse,
  profile: Profile,
  version: number,
  at: Date,
  by: string,
): Promise<void> {
  const body = JSON.stringify(profile);
  await warehouse.insert('profile', [{ name: profile.name, version, body, at: at.toISOString(), by }]);
}
