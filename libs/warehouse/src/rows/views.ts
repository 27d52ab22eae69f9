import { SavedViewInput } from '@tocsin/contracts';
import { z } from 'zod';
import { Count, json } from './scalars.ts';

/** The newest version of a saved view. */
export const ViewRecord = z.object({
  id: z.string(),
  version: Count,
  owner: z.string(),
  view: json(SavedViewInput),
  savedAt: z.iso.datetime(),
});
export type ViewRecord = z.infer<typeof ViewRecord>;
