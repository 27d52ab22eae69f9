import { z } from 'zod';

const baseline = z.number().int().min(4).max(60).default(28);
const alpha = z.number().gt(0).lt(0.5);
const minSigma = z.number().min(0).default(0.5);

/** Against the buckets just before; see `earsC1` in detection. */
export const EarsC1Detector = z.object({
  name: z.literal('ears-c1'),
  baseline,
  alpha: alpha.default(0.001),
  minSigma,
});

/** Against the recent past, two buckets apart; see `earsC2` in detection. */
export const EarsC2Detector = z.object({
  name: z.literal('ears-c2'),
  baseline,
  alpha: alpha.default(0.001),
  minSigma,
});

/** Three buckets together; see `earsC3` in detection. */
export const EarsC3Detector = z.object({
  name: z.literal('ears-c3'),
  baseline,
  alpha: alpha.default(0.025),
  minSigma,
});
