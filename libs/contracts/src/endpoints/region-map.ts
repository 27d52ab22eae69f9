import { z } from 'zod';
import { Instant } from '../scalars.ts';

/** 审图号, as the authority prints it: GS(2024)0650号, GS京(2022)1061号, 京S(2023)028号, 鲁SG(2021)026号. Full-width brackets too. */
export const approvalPattern = /^(GS[\u4e00-\u9fff]?|[\u4e00-\u9fff]S[A-Z]?)[(（]20\d{2}[)）]\d{1,6}号$/;

const Shape = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
});

/** Shapes in degrees (WGS 84 or GCJ-02), at most 4,000 of them; polygons alone. */
export const RegionShapes = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(Shape).min(1).max(4000),
});
export type RegionShapes = z.output<typeof RegionShapes>;

/** A map of the operator's own. Without the number under which it was approved none is taken, and none is drawn. */
export const RegionMapInput = z.strictObject({
  approval: z.string().trim().regex(approvalPattern, 'not a 审图号 such as GS(2024)0650号'),
  geojson: RegionShapes,
});

const RegionMap = z.object({
  version: z.number().int(),
  approval: z.string(),
  by: z.string(),
  at: Instant,
  /** Regions that have a shape, by code; the shapes that stand for none, by name. */
  regions: z.array(z.string()),
  others: z.array(z.string()),
  geojson: RegionShapes,
});
export type RegionMap = z.output<typeof RegionMap>;

/** The map in use; null while the operator has given none, and regions are drawn as tiles alone. */
export const GetRegionMap = {
  method: 'GET',
  path: '/api/v1/region-map',
  reply: z.object({ map: RegionMap.nullable() }),
} as const;

/** Gives a new map, for administrators; at most 1 MB as JSON. 422 where no shape stands for a region, or two for the same. */
export const PutRegionMap = {
  method: 'PUT',
  path: '/api/v1/region-map',
  body: RegionMapInput,
  reply: z.object({ map: RegionMap }),
} as const;

/** Takes the map out of use, for administrators; its versions stay. */
export const DeleteRegionMap = { method: 'DELETE', path: '/api/v1/region-map' } as const;
