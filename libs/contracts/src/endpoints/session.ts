import { z } from 'zod';

export const roles = ['admin', 'executive', 'risk', 'analyst', 'operator'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const Name = z.string().trim().min(2).max(64);
export const Password = z.string().min(10).max(200);

/** Whether the product still waits for its administrator. Open to anyone: it says nothing else. */
export const GetSetup = { method: 'GET', path: '/api/v1/setup', reply: z.object({ needed: z.boolean() }) } as const;
/** Creates the administrator, once, with the set-up code that the server printed when it started. */
export const CreateSetup = {
  method: 'POST',
  path: '/api/v1/setup',
  body: z.object({ code: z.string(), name: Name, password: Password }),
} as const;

export const Me = z.object({ name: z.string(), role: Role, organisations: z.array(z.string()) });
export type Me = z.infer<typeof Me>;

export const CreateSession = {
  method: 'POST',
  path: '/api/v1/session',
  body: z.object({ name: z.string(), password: z.string() }),
  reply: Me,
} as const;
export const DeleteSession = { method: 'DELETE', path: '/api/v1/session' } as const;
/** Who is signed in; 401 when nobody is. */
export const GetSession = { method: 'GET', path: '/api/v1/session', reply: Me } as const;
