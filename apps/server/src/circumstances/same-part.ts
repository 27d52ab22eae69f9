import { type Dimension, treeDimensions } from '@tocsin/contracts';

/** A part of the company, by the codes that it is limited to; a dimension that is not named is not limited. */
export type Part = Readonly<Partial<Record<Dimension, string | readonly string[]>>>;

/**
 * How many dimensions two parts both name, with codes of one line of descent in each; undefined where a code contradicts
 * or nothing is named by both: then they are not about the same.
 */
export function sharedDimensions(one: Part, other: Part): number | undefined {
  const both = (Object.keys(one) as Dimension[]).filter((name) => other[name] !== undefined);
  const agree = both.every((name) =>
    listed(one[name]).some((code) => listed(other[name]).some((of) => isSame(name, code, of))),
  );
  return agree && both.length > 0 ? both.length : undefined;
}

const listed = (codes: string | readonly string[] = []): readonly string[] =>
  typeof codes === 'string' ? [codes] : codes;

const isSame = (dimension: Dimension, one: string, other: string): boolean =>
  one === other || (treeDimensions.includes(dimension) && (one.startsWith(`${other}.`) || other.startsWith(`${one}.`)));
