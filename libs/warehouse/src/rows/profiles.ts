import { z } from 'zod';
import { Profile } from '@tocsin/contracts';
import { Count, json } from './scalars.ts';

/** A profile as somebody left it at some time; the greatest version is the current one. */
export const ProfileRecord = z.object({
  profile: json(Profile),
  version: Count,
  at: z.iso.datetime(),
  by: z.string(),
});
export type ProfileRecord = z.infer<typeof ProfileRecord>;
