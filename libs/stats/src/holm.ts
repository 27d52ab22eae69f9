/**
 * p-values adjusted so that the chance of even one false rejection stays below the level chosen.
 *
 * Shape   p-values of one family of tests, in any order; the answer keeps that order.
 * How     with the p-values sorted, the running maximum of p₍ᵢ₎·(m + 1 − i), never above 1.
 * Source  Holm (1979), Scand. J. Statist. 6, 65–70; same as R's `p.adjust(p, "holm")`.
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((p, index) => ({ p, index })).sort((left, right) => left.p - right.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  ascending.forEach(({ p, index }, position) => {
    largest = Math.min(1, Math.max(largest, p * (pValues.length - position)));
    adjusted[index] = largest;
  });
  return adjusted;
}
