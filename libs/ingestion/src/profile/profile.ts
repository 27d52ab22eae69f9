import { z } from 'zod';
import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { dateFormats } from '../dates/date-format.ts';

const fieldNames = canonicalFields.map(({ name }) => name) as [CanonicalFieldName, ...CanonicalFieldName[]];

/** Where one canonical field comes from. */
export const FieldSource = z.strictObject({
  /** The column's name in the header (CSV) or the key in the object (NDJSON), as the source writes it. */
  column: z.string().min(1),
  /** Source value → canonical value. A value that is not listed stays as it is; a closed code set then judges it. */
  values: z.record(z.string(), z.string()).optional(),
  /** How this column writes dates; only for instants and days. Without it the profile's `dates` count. */
  dates: z.array(z.enum(dateFormats)).min(1).optional(),
});
export type FieldSource = z.infer<typeof FieldSource>;

/**
 * How the files of one source become canonical complaints. Data, not code: profiles can be written and kept by the
 * people who know the source.
 */
export const Profile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  label: z.strictObject({ zh: z.string(), en: z.string() }),
  /** CSV only: the character between cells. */
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  /** IANA zone of dates without an offset. Absent: the product's zone. */
  timeZone: z.string().optional(),
  /** The formats in which dates may be written where a field does not say. */
  dates: z.array(z.enum(dateFormats)).min(1),
  fields: z.partialRecord(z.enum(fieldNames), FieldSource),
  /** Canonical values that are the same in every row of this source. */
  constants: z.partialRecord(z.enum(fieldNames), z.string()).default({}),
  /** Columns that are known and left out on purpose. */
  ignored: z.array(z.string()).default([]),
  /** What to do about a column that is neither mapped nor ignored: a typing error must not lose a column unseen. */
  otherColumns: z.enum(['refuse', 'ignore']).default('refuse'),
});
export type Profile = z.output<typeof Profile>;
export type ProfileInput = z.input<typeof Profile>;
