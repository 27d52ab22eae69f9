/** How a figure is usually written, and how with so many places. */
export interface Writing {
  readonly usual: (value: number | null) => string;
  readonly exact: (value: number, places: number) => string;
}

/** Beyond these two figures differ only by how a machine counts. */
const MOST_PLACES = 9;

/**
 * Two figures as text, with as many decimal places as it takes to tell them apart: 95.97% and 96.00% where the usual
 * writing would call both 96.0%. Equal and unknown figures are written as usual, and so are those that already differ.
 */
export function toldApart(one: number | null, other: number | null, { usual, exact }: Writing): [string, string] {
  const plain: [string, string] = [usual(one), usual(other)];
  if (one === null || other === null || one === other || !readAlike(plain)) return plain;
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    const texts: [string, string] = [exact(one, places), exact(other, places)];
    if (!readAlike(texts)) return texts;
  }
  return plain;
}

/** 1,000 and 1,000.0 are the same to a reader. */
const readAlike = ([one, other]: readonly [string, string]) => figureOf(one) === figureOf(other);
const figureOf = (text: string) => text.replaceAll(',', '').replace(/\.0+(?!\d)/, '');
