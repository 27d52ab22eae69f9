import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { Role } from './session.ts';

export const viewVisibilities = ['private', 'shared'] as const;

/** A page as somebody wants to see it again: its name and what stands in its address behind the question mark. */
export const SavedViewInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** The page's own name, such as `trends`. */
  page: z.string().regex(/^[a-z][a-z-]{0,31}$/),
  query: z.string().max(4000),
  /** `shared` is seen by everybody who may sign in; what its figures show stays each reader's own scope. */
  visibility: z.enum(viewVisibilities).default('private'),
  /** Roles that start with this view. Only of a shared one, and for administrators to say. */
  defaultFor: z.array(Role).default([]),
});
export type SavedViewInput = z.input<typeof SavedViewInput>;

export const SavedView = SavedViewInput.extend({
  id: z.string(),
  version: z.number().int(),
  owner: z.string(),
  /** Whether the caller may change and delete it. */
  mayChange: z.boolean(),
  savedAt: Instant,
});
export type SavedView = z.output<typeof SavedView>;

/** The caller's own views and all shared ones, by name. */
export const ListViews = {
  method: 'GET',
  path: '/api/v1/views',
  reply: z.object({ views: z.array(SavedView), mayShare: z.boolean(), mayDefault: z.boolean() }),
} as const;

/** Keeps a view. Sharing it is for administrators, risk and analysts: 403 for others. */
export const CreateView = { method: 'POST', path: '/api/v1/views', body: SavedViewInput, reply: SavedView } as const;

/** A new version of a view: for its owner, and of a shared one for administrators too. Somebody else's private view is 404. */
export const PutView = { method: 'PUT', path: '/api/v1/views/:id', body: SavedViewInput, reply: SavedView } as const;

/** Takes a view away; its versions stay. For the same people as `PutView`. */
export const DeleteView = { method: 'DELETE', path: '/api/v1/views/:id' } as const;
