import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { Me, Name, Password, Role } from './session.ts';

/** Somebody who may sign in. `organisations` with all below them are what they see; empty means the whole company. */
export const AccountSummary = Me.extend({ disabled: z.boolean() });
export type AccountSummary = z.infer<typeof AccountSummary>;

export const ListAccounts = {
  method: 'GET',
  path: '/api/v1/accounts',
  reply: z.object({ accounts: z.array(AccountSummary) }),
} as const;

/** Makes an account; its name must not be taken. For administrators. */
export const CreateAccount = {
  method: 'POST',
  path: '/api/v1/accounts',
  body: z.object({ name: Name, password: Password, role: Role, organisations: z.array(z.string()).default([]) }),
  reply: AccountSummary,
} as const;

/** Gives an account a new password and ends its sessions. For administrators. */
export const PutPassword = {
  method: 'PUT',
  path: '/api/v1/accounts/:name/password',
  body: z.object({ password: Password }),
} as const;

/** Makes a key for a program: `Authorization: Bearer …`. The answer holds it for the only time. For administrators. */
export const CreateApiKey = {
  method: 'POST',
  path: '/api/v1/keys',
  body: z.object({
    label: z.string().trim().min(2).max(64),
    role: Role,
    organisations: z.array(z.string()).default([]),
    expiresAt: Instant.nullable().default(null),
  }),
  reply: z.object({
    id: z.string(),
    key: z.string(),
    label: z.string(),
    role: Role,
    organisations: z.array(z.string()),
  }),
} as const;

/** Ends a key at once. For administrators. */
export const RevokeApiKey = { method: 'DELETE', path: '/api/v1/keys/:id' } as const;
