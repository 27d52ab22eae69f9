import { z } from 'zod';
import { sectors } from '../sectors.ts';
import { Level } from './level.ts';

/** Fires when a bucket holds at least this many, or a rate reaches it: an order, not a test. */
export const ThresholdDetector = z.object({
  name: z.literal('threshold'),
  atLeast: z.number().positive(),
  level: Level,
});

/** Fires when so many buckets running each hold more than `factor` times what was expected of them. */
export const AboveExpectedDetector = z.object({
  name: z.literal('above-expected'),
  factor: z.number().min(1).max(100).default(1.5),
  periods: z.number().int().min(1).max(60).default(3),
  level: Level.default('yellow'),
});

/**
 * Fires when a bucket holds at least `factor` times what another did: the one before, the same a year earlier, or the one
 * equally far from the Spring Festival of the year before.
 */
export const ChangeDetector = z.object({
  name: z.literal('change'),
  against: z.enum(['previous', 'year-before', 'lunar']).default('previous'),
  factor: z.number().gt(1).max(100).default(2),
  /** A rise from fewer cases than this is a story, not a ratio: it does not fire. */
  fewestBefore: z.number().int().min(1).default(10),
  level: Level.default('yellow'),
});

/** Fires when a published rate reaches `factor` times the industry's median of the same quarter. */
export const PeerMedianDetector = z.object({
  name: z.literal('peer-median'),
  sector: z.enum(sectors),
  factor: z.number().gt(0).max(100).default(1),
  level: Level.default('yellow'),
});
