import { z } from 'zod';
import { Profile } from '../profile.ts';
import { Instant, Sentence } from '../scalars.ts';

export const ProfileSummary = z.object({
  name: z.string(),
  label: Sentence,
  /** 0 for a profile that ships with the product and was never changed. */
  version: z.number().int(),
  shipped: z.boolean(),
  at: Instant.nullable(),
  by: z.string(),
});
export type ProfileSummary = z.infer<typeof ProfileSummary>;

export const ListProfiles = {
  method: 'GET',
  path: '/api/v1/profiles',
  reply: z.object({ profiles: z.array(ProfileSummary) }),
} as const;

/** A profile as a file: what is answered can be kept, changed and put back. `version` asks for an earlier one. */
export const GetProfile = {
  method: 'GET',
  path: '/api/v1/profiles/:name',
  query: z.object({ version: z.coerce.number().int().min(0).optional() }),
  reply: Profile,
} as const;

/** Keeps a profile as a new version; the same content again makes none. */
export const PutProfile = {
  method: 'PUT',
  path: '/api/v1/profiles/:name',
  body: Profile,
  reply: ProfileSummary,
} as const;

/** All versions, newest first. */
export const ListProfileVersions = {
  method: 'GET',
  path: '/api/v1/profiles/:name/versions',
  reply: z.object({ versions: z.array(ProfileSummary) }),
} as const;
