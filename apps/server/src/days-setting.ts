import { z } from 'zod';

/** A setting that is a whole number of days between two ends. */
export const days = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a number of days, ${least} to ${most}` })
    .int()
    .min(least)
    .max(most);
