import { z } from 'zod';
import { Sentence } from '@tocsin/contracts';

/** A 64-bit count: quoted on the wire, a number here. Above 2⁵³ it is refused rather than rounded. */
export const Count = z
  .union([z.string(), z.number()])
  .transform(Number)
  .pipe(z.number().refine(Number.isSafeInteger, 'a count beyond 2^53'));

/** A number that may be unknown; sums of whole numbers arrive quoted. */
export const Figure = z
  .union([z.string(), z.number()])
  .nullable()
  .transform((value) => (value === null ? null : Number(value)));

/** A 64-bit mark or version: kept as digits. */
export const Digits = z.union([z.string(), z.number()]).transform(String);

/** A flag kept as UInt8. */
export const Flag = z.union([z.boolean(), z.number()]).transform(Boolean);

/** `ISO 8601 … Z`, or null. */
export const MaybeInstant = z.iso.datetime().nullable();

/** JSON kept as text in a column; '' is null. */
export const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape);

export const SentenceJson = json(Sentence);
export const MaybeSentenceJson = z
  .string()
  .transform((text): unknown => (text === '' ? null : JSON.parse(text)))
  .pipe(Sentence.nullable());
