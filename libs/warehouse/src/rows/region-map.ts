import { RegionShapes } from '@tocsin/contracts';
import { z } from 'zod';
import { Count, json } from './scalars.ts';

/** The newest version of the operator's map; a removed one is a version too. */
export const RegionMapRecord = z.object({
  version: Count,
  approval: z.string(),
  geojson: json(RegionShapes),
  removed: Count,
  at: z.iso.datetime(),
  by: z.string(),
});
export type RegionMapRecord = z.infer<typeof RegionMapRecord>;
