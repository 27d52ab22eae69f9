import { z } from 'zod';

/** Ⅳ–Ⅰ: blue, yellow, orange, red; in rising order. */
export const levels = ['blue', 'yellow', 'orange', 'red'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;
