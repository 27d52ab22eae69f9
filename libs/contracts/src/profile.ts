import { z } from 'zod';
import { type CanonicalFieldName, canonicalFields } from './canonical.ts';
import { dateFormats, gatherings } from './codes/data-in.ts';
import { Layout } from './layout.ts';
import { Sentence } from './scalars.ts';

const fieldNames = canonicalFields.map(({ name }) => name) as [CanonicalFieldName, ...CanonicalFieldName[]];

/**
 * A regular expression as people write it, without slashes, in RE2's syntax (no looking ahead or behind, no references to
 * groups: it cannot be made slow); matched anywhere in the first 2,000 characters of a value.
 */
const Pattern = z.string().min(1).max(200);

/** What a rule looks at: a column's value is one of `equals`, or matches one of `matches`. Both given: either. */
export const Condition = z.strictObject({
  column: z.string().min(1),
  equals: z.array(z.string()).optional(),
  matches: z.array(Pattern).optional(),
});
export type Condition = z.infer<typeof Condition>;

/**
 * Where one canonical field comes from, applied in this order: columns → `extract` → `values` → `rules` → `otherwise`.
 */
export const FieldSource = z.strictObject({
  /** The column's name as the source writes it (CSV header, NDJSON key, sheet heading). */
  column: z.string().min(1),
  /** Other names the same column has had; the first that the file has is taken. Width, case and white space are one. */
  aliases: z.array(z.string().min(1)).optional(),
  /** Further columns joined to `column` with `joiner`; empty ones are left out. */
  more: z.array(z.string().min(1)).optional(),
  joiner: z.string().max(10).optional(),
  /** Keeps the first group (or the whole match) of this pattern; a value that does not match becomes empty. */
  extract: Pattern.optional(),
  /** Source value → canonical value: the dictionary. A value that is not listed goes on to the rules. */
  values: z.record(z.string(), z.string()).optional(),
  /** Tried in order where the dictionary knows nothing. */
  rules: z.array(z.strictObject({ matches: Pattern, value: z.string() })).optional(),
  /** What becomes of a value that neither knew: kept as it is (default), refused, or replaced by `value`. */
  otherwise: z.union([z.enum(['keep', 'refuse']), z.strictObject({ value: z.string() })]).optional(),
  /** For `codes`: the characters that separate several values in one cell; they are mapped one by one. Default `|`. */
  separator: z.string().min(1).max(5).optional(),
  /** How this column writes dates. Without it the profile's `dates` count. */
  dates: z.array(z.enum(dateFormats)).min(1).optional(),
  /**
   * With a grain: how several rows become one value. Default `first`. `least` and `greatest` compare dates and numbers as
   * such; `join` lists different values with `joiner` (default `; `, for `codes` always `|`); `any` is for flags.
   */
  gather: z.enum(gatherings).optional(),
});
export type FieldSource = z.infer<typeof FieldSource>;

/**
 * How the files of one source become canonical complaints. Data, not code: people who know the source write it, keep
 * it as a file, and change it; each change is a new version.
 */
export const Profile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  label: Sentence,
  /** What detection is told instead of asked; absent parts are detected. */
  layout: Layout.partial().optional(),
  /** IANA zone of dates without an offset. Absent: the product's zone. */
  timeZone: z.string().optional(),
  /** The formats in which dates may be written where a field does not say. */
  dates: z.array(z.enum(dateFormats)).min(1),
  fields: z.partialRecord(z.enum(fieldNames), FieldSource),
  /** Canonical values that are the same in every row of this source. */
  constants: z.partialRecord(z.enum(fieldNames), z.string()).default({}),
  /** Several source rows make one complaint: rows that agree in these columns, wherever in the file they stand. */
  grain: z.strictObject({ by: z.array(z.string().min(1)).min(1) }).optional(),
  /** Where the source has no complaint number: the columns that identify a complaint; the number is a hash of them. */
  naturalKey: z.array(z.string().min(1)).optional(),
  /** Which rows are chasers, enquiries or tip-offs; the first that holds decides, else the mapped or default kind. */
  kinds: z.array(z.strictObject({ kind: z.string(), when: Condition })).default([]),
  /** Columns that are known and left out on purpose. */
  ignored: z.array(z.string()).default([]),
  /** What to do about a column that is neither mapped nor ignored: a typing error must not lose a column unseen. */
  otherColumns: z.enum(['refuse', 'ignore']).default('refuse'),
  /** A batch of which a larger share of rows is refused stops before anything is visible. 1: never. */
  maxRejectedShare: z.number().min(0).max(1).default(1),
});
export type Profile = z.output<typeof Profile>;
export type ProfileInput = z.input<typeof Profile>;
