import { z } from 'zod';
import { roles } from '@tocsin/contracts';
import { Flag, MaybeInstant } from './scalars.ts';

/** An account as it was left by its newest version. */
export const Account = z.object({
  name: z.string(),
  version: z.number().int(),
  role: z.enum(roles),
  /** Empty: the whole company. */
  organisations: z.array(z.string()),
  passwordHash: z.string(),
  email: z.string(),
  disabled: Flag,
  at: z.iso.datetime(),
  by: z.string(),
});
export type Account = z.infer<typeof Account>;

/** A sign-in. Only a hash of the cookie's token is kept. A row with a greater `seenAt` replaces. */
export const Session = z.object({
  tokenHash: z.string(),
  account: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  endedAt: MaybeInstant,
});
export type Session = z.infer<typeof Session>;

export const ApiKey = z.object({
  id: z.string(),
  keyHash: z.string(),
  label: z.string(),
  role: z.enum(roles),
  organisations: z.array(z.string()),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  expiresAt: MaybeInstant,
  revokedAt: MaybeInstant,
});
export type ApiKey = z.infer<typeof ApiKey>;

export const AuditEvent = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  /** JSON text; no personal data in the clear. */
  detail: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;
