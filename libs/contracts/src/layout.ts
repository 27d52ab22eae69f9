import { z } from 'zod';
import { encodings, fileFormats, packings } from './codes/data-in.ts';

/**
 * How a file is laid out, as detected from its content or as a person says. Rows are numbered as a spreadsheet shows
 * them, from 1. Parts that do not apply to a format keep their defaults.
 */
export const Layout = z.strictObject({
  packing: z.enum(packings),
  /** The file inside a zip; '' where there is only one, or none. */
  entry: z.string(),
  format: z.enum(fileFormats),
  encoding: z.enum(encodings),
  /** One character between cells (CSV). */
  delimiter: z.string().length(1),
  /** The row that names the columns; 0: there is none, and the columns are called `column 1`, `column 2` …. */
  headerRow: z.number().int().min(0),
  /** The sheet of a workbook; '' where there are none. */
  sheet: z.string(),
  /** Rows that are notes below the table (sums, sources) are skipped where they look like ones. */
  footer: z.boolean(),
});
export type Layout = z.infer<typeof Layout>;
