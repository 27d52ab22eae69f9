import { z } from 'zod';

/** A calendar day `YYYY-MM-DD` that exists (30 February does not). Compared as text. */
export const IsoDay = z.iso.date();
export type IsoDay = z.infer<typeof IsoDay>;

/** A moment in UTC, `2026-11-22T05:47:42.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A list in a query string: `?region=110000&region=120000` or `?region=110000,120000`; absent is empty. */
export const listParam = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : value.split(',')))
  .transform((values) => values.map((value) => value.trim()).filter((value) => value !== ''));

/** Both languages of one sentence; the server writes both, the page shows the reader's. */
export const Sentence = z.object({ zh: z.string(), en: z.string() });
export type Sentence = z.infer<typeof Sentence>;
