import { z } from 'zod';

const trained = z.number().int().min(12).max(1500).default(104);

/** A level that rises little by little; see `slowDrift` in detection. */
export const SlowDriftDetector = z.object({
  name: z.literal('slow-drift'),
  trained,
  rise: z.number().gt(1).max(10).default(1.5),
  runLength: z.number().min(20).max(10_000).default(520),
});

/** A rise of any size that began at any time; see `generalisedCusum` in detection. */
export const GlrCusumDetector = z.object({
  name: z.literal('glr-cusum'),
  trained,
  /** What the statistic must reach. */
  limit: z.number().gt(0).max(50).default(5),
  /** A change is thought to be at most so many buckets old. */
  oldest: z.number().int().min(1).max(400).default(26),
});

/** Fewer than one case a bucket; see `rareEvents` in detection. */
export const RareEventsDetector = z.object({
  name: z.literal('rare-events'),
  alpha: z.number().gt(0).lt(0.5).default(0.001),
  baseline: z.number().int().min(26).max(1500).default(365),
  guard: z.number().int().min(0).max(60).default(7),
});
